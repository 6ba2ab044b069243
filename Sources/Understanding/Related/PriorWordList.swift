/// The number of news stories, out of 3,298, that contain each of the 8,000 most common words of English
/// news, in the form that ``Term`` compares. Each line begins with a number of stories, followed by the words
/// that occur in that many stories.
///
/// How the numbers were made: each story counted each of its words once; words in fewer than 8 stories were
/// left out. No text can be reconstructed from them.
enum PriorWordList {
  /// The number of stories counted.
  static let storyCount = 3_298

  static let lines: StaticString = """
    1268 people
    997 world
    957 country
    937 take
    907 government
    890 well
    884 three
    865 month
    859 way
    822 added
    781 back
    780 part
    779 week
    754 come
    745 work
    739 company
    738 number
    720 set
    696 next
    683 state
    677 want
    666 need
    654 minister
    651 see
    641 right
    638 good including second
    635 however
    630 high
    628 end
    625 group
    609 million national
    606 go
    605 going home
    604 public
    586 five place
    582 old
    580 service
    579 long
    571 international
    565 four plan
    557 uk
    545 use
    543 already another
    540 around
    538 president
    535 report
    532 put
    530 firm
    529 market show
    526 former
    520 best
    519 10
    516 director
    515 used
    514 expected
    513 issue think
    512 chief new
    511 called
    509 based help top
    498 game
    492 member
    479 bbc
    467 case general
    465 win
    462 third
    460 making
    459 came
    458 decision know support
    457 continue six
    455 official
    454 give leader thing
    453 took
    450 become
    449 play
    448 without
    447 move
    446 problem
    442 party
    441 change
    437 term
    435 among
    430 due
    429 following system
    425 despite result
    423 point
    421 player
    418 mean team
    416 future given
    415 hit
    414 face
    413 start
    411 area
    410 nation recent
    409 business
    408 believe every look
    406 run
    404 office seen
    403 level won
    401 2004 economic
    400 great record
    399 action
    397 far important law taking
    396 cost interest
    393 able
    392 big
    391 later local money
    390 found
    388 past
    387 include
    386 industry power
    385 earlier time
    384 saying
    382 development
    381 half
    378 sale
    377 life security
    374 live
    371 executive held
    370 although
    369 lot
    366 statement
    365 away major
    364 better open
    363 media working
    362 remain south taken
    359 20 side
    357 yet
    356 never
    355 family hope left
    354 across deal
    353 city
    352 meeting
    350 early technology
    348 figure got within
    346 line
    343 announced less really several whether
    342 european
    341 price using
    340 claim
    339 british increase known share
    338 lost
    337 current
    336 today
    334 bn currently role
    332 2003 little
    331 went
    330 job monday
    329 event offer
    327 election head
    326 call
    325 2005 court
    324 final political
    322 london policy real united
    321 star
    320 control looking
    319 house
    318 likely
    317 effort
    316 find led
    315 asked july
    314 authority strong
    313 ago demand different foreign growth
    312 full tuesday
    311 project
    310 biggest economy key
    309 lead
    308 allow
    307 alway
    306 community
    305 almost film hard
    304 january
    303 europe keep opportunity
    302 spokesman
    301 order
    300 man other
    298 charge prime return
    296 something
    295 analyst done
    294 cut
    293 12 provide
    292 programme sunday
    291 financial
    290 th
    289 hand
    288 chance main possible
    287 least
    286 close
    285 behind information wednesday
    284 clear rise
    281 agency ahead american bank form name
    280 march
    277 school
    276 centre labour latest recently research
    275 britain campaign secretary
    274 thought
    273 december global
    272 large
    271 coming ever fact free low received
    270 hold
    269 hour
    268 music pay
    266 sector website
    265 force talk total
    264 concern rate social
    263 police
    262 reported
    261 act rule
    260 chairman forward health process
    258 30 getting
    256 11 central enough played started together
    254 war
    253 bring position
    252 england let young
    251 performance
    250 challenge needed
    249 june
    247 huge
    246 access friday legal mark
    245 rather wanted
    244 investment matter playing
    243 product
    242 thursday trade union
    241 david try
    240 michael
    239 25
    238 feel sery though
    237 small
    236 account experience february november trying
    235 create
    234 18 19 late per period personal
    233 children ensure
    232 body john previous tv
    231 user
    230 measure minute network winning
    229 15 instead meet value
    228 eight especially question season
    227 fund online turn
    226 human net region saw situation
    224 anti co toward
    223 growing senior university
    222 available list single
    221 comment data difficult involved manager person quarter
    220 award idea success
    219 leading private released stand warned
    218 agreed operation radio step
    217 accused council meanwhile running similar
    216 france special
    215 china common title
    214 100 largest popular reason stop
    212 production saturday
    211 committee stage
    210 benefit department education video
    209 pressure
    208 activity included nothing short
    207 club death ministry seven
    206 history match non showed street
    205 50 attack date digital press
    204 goal higher risk sport whose
    203 example follow often soon
    202 capital conference organisation response september
    201 consumer failed story women
    200 13 africa along moment
    199 america computer post
    198 billion potential whole
    197 association commission sent
    195 board fight impact
    194 amount competition fear leave target
    193 began bill society test victory
    192 adding either giant individual launched phone standard
    191 affair buy everyone expect internet
    190 became champion cup injury north october opening
    189 17 happen men sold
    188 building fan view
    187 dollar make site source sure tony
    186 2022
    185 attempt fall increased particularly
    184 build tory trial
    183 agreement career claimed decade denied effect
    182 age appear night
    181 field finance
    180 annual blair course decided evidence
    179 2001 aim april coach conservative seem
    178 ground near
    177 break everything front met opposition spending
    176 allowed brought choice helped message range reached release vote
    175 24 fourth officer speaking thousand
    174 14 anything budget crime
    173 reach sign
    172 quality
    171 boost longer management outside road visit
    170 40 beat compared confirmed focus
    169 followed love turned
    168 food launch study summer tax
    167 expert gave kind present quite simply version
    166 august created west
    165 condition drive rival stay
    164 book energy forced signed
    163 de
    162 average winner
    161 concerned serious staff worked
    160 partner seek significant
    159 bit continued east parliament poor raise tell york
    158 16 add bid detail nearly positive worth
    157 battle paid
    156 deputy exchange word
    155 admitted facing lack oil previously rose threat
    154 care gone living majority pre rest
    153 21 feature french issued liberal newspaper proposal worker wrong
    152 lower offered round
    151 2002 addition appeal cash culture investigation paul revealed various wale
    150 criminal customer friend protection spent
    149 domestic generation profit
    148 al citizen japan land program training
    147 fell felt happy improve independent model speech suggest unit
    146 ability easy environment interview related
    145 giving ireland planning receive via vice
    144 22 built justice mobile revenue sell television
    143 200 2021 27 card host investor maker planned
    142 60 ask chinese doubt league progress re spend weekend
    141 2000 believed civil considered died double initiative population resource shown
    140 actor actually black greater howard india named picture song water william
    139 cause finding football martin nine producer software
    138 changed content highest income mind successful supply
    137 anyone boss dr stock traditional
    136 debt described image protect published student
    135 approach brown heart raised
    134 aid avoid car daily democrat ended ready travel victim widely
    133 aimed defence explained material park particular station strategy
    132 bad becoming capacity ceremony holding lawyer morning moved movement reform scotland thank
    131 affected african channel damage extra happened judge light presented relation review tough
    130 beyond joined operating race track written
    129 advantage australia consider couple drug insisted join looked understand voice
    128 carried contract illegal parent starting tour
    127 announcement certain export middle option poll someone
    126 device grow hospital owner selling tried
    125 2019 english kept throughout
    124 administration commitment confidence crisis increasing loss original property provided robert
    123 charle developed leadership meant self send shot suggested warning
    122 air amid commercial cover credit cross difference ruled voter
    121 address audience championship grand massive pointed produce red responsibility rising space spot
    120 2006 begin covid debut develop estimated expressed limited overall quickly relationship serve
    119 2020 carry euro factor northern produced responsible wide
    118 alone application bought chancellor critic debate developing goe gordon limit speed
    117 26 argued businesse closed committed designed direct faced fair highly necessary reduce represent
    117 respect
    116 box caused connection fast germany heard institute movie platform politic separate sir subject
    116 technical type
    115 alleged forecast lord mps regional room ruling screen singer
    114 hundred offering paper providing trust
    113 australian decide eye helping natural prize read representative solution
    112 born existing fully language managed owned peter practice probably sense true white
    111 appeared attention cabinet critical file immediately promise scheme tie
    110 backed german institution sort talking
    109 asset boy dropped ex favourite gain indian military olympic politician row son survey urged woman
    108 beginning border deliver electronic established filed lose western
    107 artist rejected secure sound suffered web
    106 asia king promised protest
    105 answer art certainly earning entertainment fellow infrastructure link machine moving prevent town
    105 watch wrote
    104 basic brand inside iraq organization worldwide
    103 23 alongside asian controversial criticised defeat document facility fit mail mp opinion science
    103 seeking
    102 band category discussion federal freedom handed hoping incident introduced leaving opened promote
    102 russia
    101 confident cooperation drop keen putting refused scale seeing speak stressed ten
    100 alan bringing century district explain medical professional proposed rock store tool
    99 35 basis child communication discuss pandemic scene shadow showing southern
    98 28 31 andy fifth importance operate proved recovery skill supporter task
    97 buying complete crucial deep expectation get mike shared violence
    96 allegation arrested aware complaint completely criticism duty funding italy jame maintain oscar
    96 partnership powerful remained richard simple stated trading twice
    95 accept andrew calling draw employee entire estimate father finally green honour killed losing mother
    95 pc push replace republic resident save
    94 appearance ball christma class cultural door focused founder george interested missing percent
    94 presence prison returned spread tourism trend vehicle
    93 achieve clearly construction division famous gold increasingly trip
    92 2018 abroad ban code continuing display driven joint linked missed noted request required session
    92 status treatment unlikely wife
    91 brother cent creating dead learn modern pair perhap pretty seat setting slow sometime squad studio
    91 therefore visitor
    90 80 activist candidate center design economist enjoy eventually failure knew manchester passed
    90 province russian safe san style suspended
    89 assembly base character else falling la onto peace st taxe
    88 achievement camera chart delivered el enter influence initially island magazine nature operator
    88 picked purpose regarding shareholder smaller supporting window youth
    87 allowing arm effective evening favour fuel inflation journalist microsoft reflect search thinking
    86 300 agree asking contribution download fee los page payment require size worry
    85 advance compete disaster dominated feeling festival fine girl hotel improving note ordered pass
    85 predicted recorded regulation straight wait
    84 acting actress affect ambition captain clean copy fighting hoped loan mass obviously paying reality
    84 served strategic talent territory tournament trouble
    83 1990 70 accepted achieved album bigger camp colleague corporate elected expensive grew hearing paris
    83 penalty rugby speculation transport vision
    82 blue chosen climate considering cutting declared democratic eu guilty irish jose legislation letter
    82 normal plant possibility principle priority prosecutor reserve specific tackle unless
    81 1997 approval argue charged claiming conflict directly easier hollywood managing marketing memory
    81 monthly professor reporter unveiled write
    80 attend contact daughter effectively golden indigenous jone prove remaining saving spain surprise
    80 transfer writing
    79 additional arrest creation decline emergency heavy household panel questioned sea section shop sought
    79 spoke tourist usually variety worst
    78 abuse alternative comedy drama driving foundation korea ongoing oversea poverty sony text
    78 understanding vital walk
    77 canada completed dem extremely fresh highlighted knowledge lib manage matche pledged prospect regular
    77 stability stake strike structure welcomed
    76 agenda approved broke complex encourage entry environmental fraud improvement industrial japanese
    76 regime strength
    75 article choose closer conducted enable gas improved mid occasion one piece relief reportedly
    75 statistic steve turning writer
    74 500 block broadcast changing crowd discussed equipment indicated informed inquiry larger negotiation
    74 pcs premiership prepared rich scored waiting wave
    73 1980 academy army attended broadband broken competitive determined direction emerged female
    73 immigration kick river standing struggle traffic unique
    72 alliance chris constitution housing keeping placed pop presidential route safety un
    71 1999 athlete author congress dream employment fly movy nomination pace parliamentary peer profile
    71 reduced royal struggling supported teacher village worse
    70 10% associated cast chelsea corporation crown easily essential finished gaming gap hear innovation
    70 jail learning mostly purchase reaching registered remember table unable
    69 core corruption editor faster gmt granted impressive injured maybe mistake photo ran relatively
    69 stopped taylor touch wing
    68 agent apple bridge bush check dedicated desire directed element exist fire indeed intelligence pm
    68 score sentence simon slightly smith stadium tim weak yesterday
    67 aspect bar chain circumstance closely controversy defend democracy drawn edge federation handle
    67 initial insist latin losse manufacturing offence performed promoting requirement sharing spokeswoman
    67 stephen stronger surprised targeted tsunami viewer voted
    66 1,000 2015 400 absolutely attract brian client identified independence intended largely mainly older
    66 outcome producing pushing researcher sixth terrorism virus watching worried
    65 100,000 2016 anniversary commerce exactly expand failing grown neither physical pick quit respond
    65 secret striker sustainable thoma ticket visited wall younger
    64 1998 agriculture chamber classic detailed developer doctor false highlight identity instance
    64 intention madrid organised procedure raising rely reveal spokesperson telling
    63 allegedly arrived cinema contrast distance eastern expansion flight guy import israel kong lie
    63 located multiple nominated officially originally prince prompted provider pushed recognise
    63 replacement scheduled semi sit suspect vast whatever
    62 adult angele apart beating belief constitutional contribute dealing dismissed driver entered extend
    62 friendly function grant happening hill hosted implemented italian johnson joining journey output
    62 participation remark reuter speaker spirit strengthen suffer testing vulnerable watchdog willing
    61 2008 baby behaviour capability commissioner contain distribution fallen generate internal km opposed
    61 package pension perform recognised scottish serving signing suffering summit threatened unemployment
    61 veteran weapon
    60 apply argument behalf beijing carrying college concluded founded hong introduce kennedy killing
    60 kingdom lived miss mission monitor murder notice opponent predict premier reading returning scandal
    60 severe shift theatre
    59 1994 45 aged announce appropriate arsenal charity controlled corner deficit definitely degree disease
    59 earned ensuring excellent forum headed historic intend invest lee listed preparation receiving
    59 reducing regard replaced spanish spring starring truth wider
    58 34 assistant bin carlo collection conduct danger dozen dvd fantastic finish greatest insurance kid
    58 multi muslim none port pro ranking rural shut slam supreme surrounding ukraine wireless
    57 2007 29 90 ally argentina balance bankruptcy blamed caught com currency declined deny era experienced
    57 gathered guarantee immediate involve listen male perfect prepare preparing recognition risen square
    57 tend venture voting
    56 20% 2017 32 40% 800 attacked backing coast contest dispute electoral enjoyed express impossible kevin
    56 manner method negative newcastle peak popularity prior proud remove seemed suspension tech telecom
    56 theme treasury wealth wish
    55 10,000 2010 5% 50% advice appointed arrival briton connect defended earn enhance forget formed fun
    55 gadget husband ian jack like location musical outstanding pledge proper prosecution quoted rank
    55 recover roger settlement sister stood strongly suit wonder
    54 advocate armed banned breaking celebrity competing delivery depend extended fail flow governor
    54 interesting jason jump manufacturer medium mexico monetary plus represented retail seed shape terror
    54 ultimately welcome zealand
    53 advanced airline aside attorney birmingham capable chair christian closing combat combined
    53 consumption defender framework generally index lawsuit leg obvious reaction referred regulator
    53 relevant suggestion super supposed thus totally useful volume
    52 1970 50,000 acknowledged active adopted ambassador analysis church command console davis entirely
    52 establish feet fundamental globally headline holiday hugely hurt item maintained mentioned objective
    52 optimistic organiser own ownership phase portable posted potentially praised properly pull recording
    52 reduction reputation responded saudi sending sharp shock signal stable stepped sum telephone train
    52 violation waste weather welfare
    51 2012 afternoon alex bear beaten bond broadcaster cable covered daniel defense fiscal holder
    51 implementation involvement liverpool mile minimum novel resignation ring settle stone storage stuff
    51 successfully suspected tipped tom understood usual van winter zone
    50 1.5 admit assessment athletic bottom cap ceo colour count dance dangerous delay difficulty
    50 disappointing downing engine exercise factory fastest foot fortune headquarter illegally invited
    50 involving lowest monitoring morgan partly path pulled quick regularly removed representing seriously
    50 struck takeover tradition
    49 2,000 30% agricultural arab celebrate consequence counter counterpart delighted describe die ease
    49 engineering exciting format globe guard hot inspired kelly korean matt mention minority nobody
    49 performing retired sky steven sub treated
    48 absence accident anywhere apparently athen banking bay blow buyer carefully cheap cold constituency
    48 convention definition disappointed discovered documentary encouraging entering entitled establishment
    48 everybody farm frank harry heavily historical jamie label medal plenty primary publication resolution
    48 robinson rumour selected specialist topped trillion unlike
    47 airport california challenging chip collaboration consecutive creative egypt electricity equal faith
    47 financing fox hopefully iran jonathan manifesto motion newly nice nominee participate pleased prefer
    47 reader recall relative religious runner shortage solid sparked studying sydney tennis terrorist
    47 thailand unfortunately
    46 badly begun brazil chose clash context cope dark delayed dramatic duo efficient elsewhere expression
    46 flying gained imposed maria mountain ordinary otherwise pack percentage personnel pound promising
    46 protected restaurant restriction retirement scientist sitting sun temporary visiting washington yes
    46 zero
    45 1% 150 2014 36 75 assured awareness background campbell collapse collect educational enterprise
    45 equity extension farmer fewer fixed funded gamer google harm incredible intervention juan latter
    45 launching leicester lift mini normally patient rapid schedule scott secured smart split tension
    45 transaction wage widespread
    44 adviser afford attitude awarded beautiful campaigning cheaper convicted correspondent demonstrate
    44 destination enemy flat hero implement innovative investigate investigating jumped kenya learned
    44 maximum odd oliver phil qatar ray referee respectively seventh sex significantly silver substantial
    44 succeed topic
    43 2009 42 60% angry applied assistance comeback continent defending deserve earth emerging enforcement
    43 fa formal fought gdp god gross guide handling interior israeli pattern presidency prominent queen
    43 rare rating resolve selection solve subsidiary taiwan update wanting
    42 65 advertising animal attracted auction bureau commit concept consideration contacted discipline
    42 downloaded encouraged ending engage estate exhibition expense external familiar francisco gun hall
    42 indoor instruction legend lion margin marked metre occurred passenger permanent pitch processing
    42 provision questioning recalled revolution sensitive spoken switch technique troop truly typically
    42 universal warn whilst witnessed
    41 15% 2023 academic achieving aiming ali amazing annually appointment atmosphere barrier clive concert
    41 confirm consultation contained demanded detained dubbed entity episode error featuring hide hopeful
    41 ignored landscape legitimate lesson malicious meaning mixed nuclear obtained pocket remote responding
    41 sheikh surge tactic teenager tight wake wearing yen
    40 120 1960 250 3,000 48 accusation ambitious automatically blood boosted carrier catholic celebration
    40 collected component conversation delivering drawing edward fill governing harder hidden hole
    40 impressed islamic jackson laboratory lock medicine numerous owen passion prevention proceeding raw
    40 remarkable requested resigned soldier strengthening strict submitted suggesting suspicion sustained
    40 thrown tribute uncertainty welsh
    39 100% 1993 5,000 arabia aviator bilateral blame boom breakthrough clarke combination combine
    39 comprehensive contributed extreme formally graphic guest handset henry incentive ipod legally letting
    39 mate nationwide native passing possibly practical praise prisoner promotion recommended refuse
    39 regulatory retain server shortly sight sophisticated struggled urban wonderful
    38 accompanied afterward alert alive attacking belong borrowing cardiff chapter cited constant demanding
    38 desperate destruction dublin eating equally expanding featured filled gate genuine graham hitting
    38 identify ill joe kim knee lewis luis maintaining mayor minor obligation observer ocean outlook
    38 overcome personally picking pleaded possession proof protecting publicly publish rally reference
    38 referring resort roll salary select sexual stolen tomorrow trophy unity upper wild
    37 600 70% 90% attempted ben careful celebrated cleared closure clothe coastal commander competitor
    37 dealt deeply dog edinburgh efficiency employer enormous expanded extent floor gender hub ideal
    37 indicate infected licence master mine mortgage noting origin palace preliminary prestigious principal
    37 retailer ross rush scrutiny sentenced shopping showcase sporting teaching threatening tree
    37 unprecedented venue visa weight yuan
    36 2% 43 accounting adam administrative anger approached arrangement assault brazilian coalition
    36 communist cool damaging deemed depth determination deutsche diary doubled employ eve fed forest
    36 governance impression integrated interactive lab mainstream mechanism metal mining pain plane plot
    36 premium processe punishment realise reflected reject repeatedly saved shake stance sue sufficient
    36 surgery tested turkey twitter wind
    35 1.4 advised boosting burden busy capture cell convinced coverage decent demonstration depending drink
    35 egyptian elderly engineer extending extensive extraordinary fashion gary gather generated heat height
    35 heritage ignore indonesia installed junior kicking knocked laid las matthew merger motor musician
    35 peaceful performer perspective piracy poorest racing rain rarely recovered resulted reward ship
    35 similarly soul stick suddenly supplier technological telecommunication transition ultimate upgrade
    35 usa violent watched xbox
    34 1.3 2013 25% 3% 4% 80% abandoned afraid amongst asylum battery bob canadian comfortable commodity
    34 contrary corp covering destroyed disciplinary engagement explore fake fierce fired genre halt hardly
    34 horse imagine kicked killer lady lawmaker legacy length lifestyle married mary mohammed nearby
    34 outbreak participated pending pilot poster pride probe proving rafael repeated replied reporting scot
    34 shocked slowly stayed stream surface tackling tear teenage thai throw titled travelling trick typical
    34 viruse westminster withdraw
    33 1995 2.5 200,000 30,000 8% acquisition anticipated arrive audio autumn birth campaigner causing chile
    33 commissioned compiled comply connected consultant costa delhi departure determine dinner diplomatic
    33 embassy engaged escape excited expecting experiencing exposed fish flanker focusing gathering glasgow
    33 healthcare hip honoured ii immigrant introduction invasion jean judicial liberty livelihood
    33 midfielder momentum nevertheless nicola oppose philip photograph presenter proceed realised
    33 reasonable recommendation refugee replacing resulting salvador sanction seized sequel sheffield
    33 shooting singapore singing slowdown soft sweden triumph unfair upcoming upset valuable valued
    33 worrying yard
    32 1.2 1987 20,000 33 37 advisor aggressive anybody apparent argentine arguing assess associate auto
    32 ballot basically beauty bell bomb booming breach bt cancelled circle civilian clock collective
    32 compare complained confidential correct del detention discovery electric empire employed equivalent
    32 establishing etc ferguson forthcoming gb glad heading healthy id innocent knowing lay library lifted
    32 listening luxury maintenance manuel motorcycle museum mutual neighbour netherland nick opera
    32 perfectly playstation publisher ranked rescue rome secondary seller settled slower somebody spreading
    32 straw string submit subscriber swiss symbol tank targeting taxpayer tiny tip triple unveil wimbledon
    32 witness
    31 2011 38 39 41 6% addressing affordable aircraft amendment ancient andre attractive audit barcelona
    31 bed bet branded broadcasting bus comparison contender county custom declaration dialogue distributed
    31 dominate drew dutch emerge encounter equality ethnic exact except exception exclusive fairly holy
    31 hughe icon implementing impose infection integrity intent jim legislative loved milburn motivated
    31 obtain optimism organized pacific pakistan permission personality qualified ranging regarded register
    31 resign resolved reviewed root routine shanghai somewhere sprinter sri striking subsequently sued
    31 suitable talked threaten traditionally
    30 1.8 1989 53 54 56 accessible accordance accusing acknowledge appearing approve attempting attraction
    30 avoided bench cape charlie commented consistently conspiracy crash delegate demonstrated diversity
    30 divided donation edition elite embrace existence exit explanation fined glory gradually handheld hang
    30 hardware hi hunting hurdle iron kill labor lopez merit mood moral pan politically premise pupil
    30 radical separately servant spell stress subsequent substance superb taught temperature theft till
    30 tonne trained transportation tune unacceptable updated ups urge urgent virtual walked warm weekly
    30 workforce
    29 1991 47 52 6,000 absolute abused accurate adventure ahmed amazon assist bail blocked boat branch
    29 bruce compensation conviction crop cuba defeated defined distribute dougla dubai eat enhancing
    29 enjoying epic exceed exposure fame fault frost grade graduate implication intense inter investing
    29 jewish jordan kilometre kuwait lake lending longest lover lucky melbourne membership mexican mix
    29 multimedia municipality murphy necessarily nicaragua participant persuade predecessor prediction
    29 presentation print profitable proportion prosperity protester provincial rebuild recognized religion
    29 resistance resume reverse samsung santa scoring screening scrum sec shall shame silence specifically
    29 spin surprising survive taste tokyo transferred treaty triggered troubled truck underground undermine
    29 unknown unusual vega vowed
    28 500,000 advert alcohol approximately barely bath blunkett bosse boston catch chat classe compliance
    28 conclude continuous damaged davy dean delegation diverse divide dropping dry ecosystem empty
    28 entrepreneur feed filing fitness garden generating greek guardian guidance ice indication influential
    28 integration iranian islam judgement keeper khan landmark launche leap liam map migration moreover
    28 nokia planet privacy promoted qualify rapper refer renewed rica safeguard sam satisfied scope
    28 sensible sentiment sharply soaring staged starred survival talented tel thompson toll topping trader
    28 trail transparency turkish upbeat valley viewed walking wedding wilson winger youngster
    27 44 7% abdullah addressed administrator advisory alexander ankle apology blind booked breakfast
    27 brilliant capt clothing colombia consensus coup crack crackdown cuban cycle deciding doping draft
    27 exploit facilitate fifa flag flood fruit gift handled hop humanitarian hunt imf inclusion intel
    27 intellectual interact investigated itune jeremy jointly lender locally lucrative margaret marriage
    27 milan mp3 municipal narrow nationality nervous oldest operated overwhelming petition pointing
    27 privilege publishing reiterated restore richest ride robbie sacked satellite shoulder sideline skin
    27 snap soil spam strengthened successive survivor suspend sustain switzerland thanked tragedy tribunal
    27 utility violated wear wood yuko
    26 1979 appealed barrel beach belonging bernard beside bjp blog bronze cairo cautious celebrating citing
    26 collin complicated conclusion constantly costly craig creator dan define disappear discrimination
    26 drove eighth elder evolution fate ferdinand fi flexibility footage frustration fuelled gaining gang
    26 gear ghana grip guideline gulf habit handful hewitt honest instrument internationally interviewed
    26 introducing jimmy joy kate landed landing laundering letwin li lifetime listing locked mainland
    26 metropolitan offset perception phenomenon pioneer portal pose preserve primarily processor purchased
    26 reacted recorder residence respected robust rushed saint scorsese slight slipped slot steel stopping
    26 storm stuck subsidy succeeded survived texa timing transparent trusted vera visual wine
    25 1.6 1500 1992 46 absent accuse acquired adapt admission andrea antonio attending aviv bone bound boxe
    25 carbon caribbean celtic challenged chicago click comic commentator consistent controlling cry dancing
    25 deadly disappeared disappointment disc discover dynamic earthquake eliminate engaging ethiopia
    25 facebook fishing fled forgotten guess hell hike hodgson holme incredibly invitation kilometer lanka
    25 leigh marine mental miller namibia offensive opted outlet pensioner prompting prop publicity pursue
    25 qualifying quarterly racist rapidly registration renewable renowned representation revised rift robin
    25 rolling searching severely shell shore steal strategist sudden transformation unclear urging
    25 venezuela virtually voiced withdrawal woodward
    24 1.1 1985 2030 64 accepting adopt afghanistan announcing anyway atlantic attributed berlin blockbuster
    24 brief briefing brussel cancel collapsed considerable consortium creditor crew crise curb da
    24 deliberately dependent desert deserved dip disabled downloading drag emotional everyday evil firmly
    24 formerly goalkeeper han highway historically hosting johnny jurisdiction jury ken liberation loose
    24 malaysia meter midfield mikhail mill modest mohammad navigate negotiate ngo nintendo ninth occur
    24 orange owed permit plastic postponed propose psychological punished rbs reache recession reluctant
    24 rent residential restructuring rid sad sat scare seal shoot skipper soap southeast stakeholder stored
    24 surely swap tape threw tremendous trigger twickenham underlined upward vladimir weakness
    23 11% 12% 150,000 1983 51 85 actual ad adaptation animated anthony appoint artistic aspiration assigned
    23 assume attracting automatic benefited captured cd certificate clark communicate complain compromise
    23 computing concentrate condemned consist consulting czech dam deeper default destroy directorate
    23 dominance drake ed eddie eligible enthusiasm eric everton examine exceptional excess explaining
    23 explosion festive feud fighter forcing francis garcia grace grammy guaranteed hail hate hectare ibm
    23 iconic identification imported interface ivan jet journal kashmir keynote knock lane laptop license
    23 lying malcolm mario messaging murray necessity neighbouring norwich observed opposite oversee passage
    23 pedro petroleum pole portfolio potter powered preventing programming protocol pundit putin quota
    23 railway ranger rap referendum relating releasing revival sample scientific seoul setback silk
    23 simultaneously slowing somehow suicide surveillance sustainability switched tale teen telegraph
    23 theory tolerance translated travelled treat trio underlying underway victor wherea withdrew
    22 110 1982 1984 350 55 72 abba addresse anonymous appreciation arriving attendance aviation beneficial
    22 bennett brit chao chase coache cole colin collecting colonial committing completion conceded
    22 conducting connecting connectivity cooperate coordination coordinator copyright coronavirus corrupt
    22 costume credibility criteria custody cyril database defendant denial designer detainee directing
    22 directive drafted elvis emphasized everywhere expertise favor feared fernando finishing forever
    22 freely furthermore gig halo hamstring hired homeland horror hunter importantly inclusive inform
    22 install investigator kenyan keyboard leed literally log magistrate mandatory millennium moderate
    22 mohamed namely nd neck neil newcomer o'driscoll palestinian panama passport pence peru poorly
    22 portugal posed prevented qualification raid retire rob roddick roughly scan screened shane sheet
    22 sideway sorry spotlight steady straightforward submission subscription substitute succession
    22 successor superior tehran thriller tougher transform twin unrest wang wasp weaker withdrawn
    21 29% 67 advise affecting algeria angel anymore apologise applicant arena avoiding awaiting bag
    21 benchmark betting bird boot brain bright bullet calm chan chasing circuit classroom concerning
    21 confrontation consultancy containing contemporary crossing desperately disruption distributing domain
    21 dominant donor drinking ear email exceeded exporter farming fiction financially founding freeze
    21 gareth gavin governmental greece heineken hence herald illness indicator influenced inspector invite
    21 ips irregularity jonny lasting licensed lockdown luck magic marathon memorial monopoly norway nurse
    21 oaten operational oxford patrick perceived plea polling precious pressing productive productivity
    21 projected quiet reconstruction reflecting reliance remembered resilience rio rupee scam scenario
    21 shark silent sluggish slump snow solar sooner sovereign stating stem stepping stewart strictly
    21 strongest stuart surplus surveyed sweet televised temporarily tense terrible terry testimony thirty
    21 tommy traded u2 unaware unfortunate vendor victoria voluntary youngest
    20 1.7 1996 250,000 3.5 68 77 acclaimed accountability acquire actively adapted adoption ahmad algerian
    20 allege applying arbitration artificial autonomous bafta barry battled bidding birthday boxing briefly
    20 broad browser bulk calculation carmaker carolina chemical chest climbed commenting consolidation
    20 contributing courage crude dec declare describing designated desktop dhaka dramatically ellis
    20 emission emphasis endured enforce ethiopian fantasy federer filmed franz frequently frozen frustrated
    20 gen grab grateful grave greatly guided hiring humanity iaaf idol insisting inspection installation
    20 interim iraqi judged justify liked mandate matched meal mep merge ministerial mirror monitored moody
    20 moore mosque mourinho ok opposing organise outdoor overnight pact parallel paramount participating
    20 phillip phrase physically poland preferred prix processed pursuing rail regardless relay reliable
    20 repeat reservation reviewing rice rivalry ruler ryan scared scrapped screenplay signature sized slide
    20 slogan sole somewhat soviet spaniard spare spark spectrum spyware stanley stunning successe sugar
    20 supplied taxation teach technically tied tobacco trafficking translate tycoon umbrella uncertain
    20 unhappy unite vaccine venezuelan villa wealthy wilkinson zimbabwe
    19 16% 25,000 57 59 63 800,000 9% abdul accelerating acceptable afrol alicia apologised balanced banning
    19 belgium belt benitez breached bristol broader bureaucracy burst cambridge cancer catalogue chaired
    19 christopher clearing clever climb colombian comedian conservation considerably constitute consulted
    19 contestant contested continental crossed crowned crystal damien deadline dial discount discussing dj
    19 doha donated dual dying earmarked echoed edged emotion enabling equipped examining existed experiment
    19 fat filter finalist fix florida foxx frontline ft fulfil genocide gesture govern greg hailed hanging
    19 harmful harris header heel hondura honor houston imelda immense incorporate incorporated inevitable
    19 informal instant interval issuing itv jailed julian keane khodorkovsky lacking lasted linking liquid
    19 livestock lleyton load logistic louis mac marc measured midnight migrant milk moscow mounting mtv
    19 nairobi negotiated nhs nigel nigeria notably o'sullivan offender ons outlined parker permanently
    19 permitted pile predicting prescott prolonged proven quantity react realistic rebuilding regret rein
    19 reminded removal repair revenge riyadh roy russell rwanda sa sand scrap shed shipping shirt sing
    19 solidarity solved sovereignty specy spotted spur staunton staying stroke tag tiger tone touched
    19 transmission twenty uncle uniform variant verge viewing visible vocal vodafone volunteer warrior
    19 wasted weakening wholesale workshop worm
    18 14% 160 1950 1973 2.6 40,000 45% 99 acted adequately adjusted adjustment ai aide allocated array
    18 attached attachment auditor beneficiary billed billionaire bloc booking borrow brave breache byrne
    18 calculated calendar centred chairperson childhood clearance clint closest coaching coffee
    18 commercially commonly commonwealth competitiveness congratulated conventional cook cooper cop copper
    18 cult dave dawson deposit detect devastating dicaprio digit disclosed distributor dividend don dress
    18 dressing eager educated elaborate emirate enduring evasion examination examined excessive exclude
    18 exploited exploration fare flash flooding foreigner foster foul frame frequency frequent genuinely
    18 gerrard gigabyte girlfriend glass grandfather grandmother gratitude hair harsh hinted historian
    18 hungry hybrid imagination inaugurated inc ingredient institutional insurer intelligent invested itv1
    18 jerry joseph junk jupiter justified lacked lansdowne lawrence le leonardo listener lloyd lo loophole
    18 lure magnificent maritime mauritius medallist michelle middlesbrough midland midst modi mouth
    18 muhammad murdered muscle nicaraguan noon obstacle olivier opt ortega owe palm patent peel persistent
    18 pharmaceutical pig pirate preference printed progressive promotional pursued quote racial recommend
    18 recovering recruited relied remind removing replay respondent restricted revive revolutionary
    18 romantic rosneft rough salman santiago satisfaction script sealed searched securing seeker senator
    18 shooter shortlist simpson sleep slip slowed specially specification sprint steadily strain strange
    18 streaming stressing substantially sudan surpassed tackled taipei tenure tower tuition uefa uganda
    18 unnecessary utd valid vary verdict warrant wheel wi wooden wound
    17 0.1% 180 2024 700 accommodate affirmed alarm albeit alleging allied allowance altogether anfield app
    17 appreciate assumed assurance backbencher baht bearing beer benefiting biopic branche broker bueno
    17 businessman cafe campus capped carpet charging chung chunk circulating citizenship clashe cloud
    17 compulsory confused confusing consult contributor creativity criticise decisive declining denis dent
    17 deprived diet disappearance disclosure disney displayed disputed documented downturn eastwood ecuador
    17 electorate elizabeth ensured ethic excluding expenditure expire exploring filming firewall fixture
    17 flaw frustrating gardener gartner gazprom gloucester grabbed hacker handing hardest highlighting
    17 inappropriate insight instructed integral interaction interpretation invention jan jorge judgment
    17 katerina kit lad linux meaningful mentally merchant merely mineral mode monster motivation mouse
    17 munich nerve nigerian noise o'connell object occupation occupied ofcom offshore opener outright
    17 painful painting pillar pirated placing please poorer portion presenting priced protested psp quake
    17 query rd rebound reception recipient recognize reconciliation reflection refuge refusing regain
    17 regulate relentless repayment requiring ruddock seemingly segment sheer shifting shoe singh snapped
    17 spectator speeche spider stimulate structural studied subjected suited surrounded tariff temple
    17 throwing tired torture tottenham tropical turnover uae ultra unchanged walker ward wayne wildlife
    17 winslet wishe wished xi xinhua yahoo yellow
    16 18% 1930 1976 1981 1986 233 300,000 400,000 62 7,000 83 9.4 92 aaa abc abu accelerate acceptance
    16 accommodation accounted adequate aire aired alastair amounting animation archive arsene authentic
    16 baghdad bandwidth banker bankrupt battling beef bike biodiversity blackburn bolster boundary buck
    16 burn charter choosing clip coal confusion container controller convenient conversion convert corridor
    16 crowded deployed derby dig dimension dirty dot doubling dragged dragon earliest escaped evaluation
    16 excluded executed exported extremist feedback finnish focuse footstep ford franchise funeral g8
    16 generous greeted guitar halted harmony henson hiv holland honorary hugh humphrey infamous initiated
    16 insider insult intensive interrupted johansson joke jumping jun jungle kenteris kosta labelled
    16 legendary legislator lied likewise lindsay manufactured martinez mask meantime meat memorandum menu
    16 miami missile mobility narrative naturally navy niche nowhere org outfit outline outrage overlooked
    16 overseeing overturned paraguay passe pause payout persuaded philippe plunged precise pregnant
    16 prejudice printing prominence prosperous prototype quest rahman recruit refusal rehabilitation
    16 reinforce resisted respective revelation rhythm robot rubber sadly safer sceptical sebastian seize
    16 sexually shelter shipment shopper sick smallest solely sponsored srinagar stamp suing superintendent
    16 supermarket swiftly territorial thanou thin threshold trauma trevor tumbled unexpected uruguay
    16 vincent wenger willingness wright xp
    15 1,500 1000 13% 15,000 1948 1971 1974 4,000 4.5 4.5% 49 66 7.5 71 73 74 76 8,000 82 98 aboriginal
    15 adhere alberto allegiance amnesty amsterdam ana ann aol approaching ashley assumption atomic
    15 availability awesome bangkok bangladesh barkley behavior bidder biden biography blast blocking boeing
    15 bold bow buried cautioned cbs cheer chicken chronicle clarified clue columbia combining compatriot
    15 concentrated concentration concession consume converted convince convincing countryside crazy
    15 critically cyber dame dancer danny dating decrease delight delta dependence detain devoted
    15 dictatorship dignity donate eased egg en enabled essentially eternal excellence excitement excuse
    15 filling finger fitting flawed fold fortunate fried gandhi genius gonzalez guillermo gunner hart
    15 harvest hat havana healing highness hilary hindu hint hugo incumbent indicating inflationary inner
    15 insufficient interference isolation jacque jp justin leaked lecture leisure lengthy lewsey limiting
    15 lined listened loyal loyalty magnitude masse mature mentioning mess miguel morris motorola mount msn
    15 murrayfield mystery narrowly nationalist negotiating neighbor neverland notable noticed notified
    15 observe overhaul overwhelmed owning packed palestine patrol paula payroll pen physic pink pool postal
    15 precisely presley pressed privately prohibited prosecuted prospective pursuit qualifier radcliffe
    15 ratified raymond renew reply resist resumed rick ruin sack sacrifice saharan sake samuel savvy
    15 secretariat secretly seizure shaun shelve shipped showcasing sidelined smashed southampton spammer
    15 specialized sponsor steer stormed stretch stripped stunt suk supervision surround swimming symptom
    15 tanzania teeth terminal timely touching trace tracking trafford trap treasure tunnel turner turnout
    15 undergo unemployed unnamed useless vegetable versus viable vietnam viral virgin vulnerability walter
    15 weaken whenever whoever wise witnesse woo worldcom wrongdoing zhang zurich
    14 1.9 140 17% 1969 2.4 2.7 2.8 220 36% 4.6 75% 79 87 91 accessed accolade accomplished accountable acre
    14 adrian advancement aftermath airway algier anne appetite architecture arise arranged aston awaited
    14 backlash backward barred bishop blanchett blogger blown boast bottle bribe briefed brighton browse
    14 brutal bubble bug businessmen buzz cameroon canne castillo catching cate cattle ces characteristic
    14 chen chilean cleaning clinched clinic collector combating competed composer composition compromised
    14 con concrete confronted constructive corry counted credential credible cueto davenport deceased
    14 declaring decree denmark denying destiny detected diagnosis diamond diesel differently diplomacy
    14 disclose disguise disrupted dressed drone drum ds easing economically editing elena emergence empower
    14 enforced entrance ericsson eurozone exam exclusion exploiting faction falconer fancy fernandez fever
    14 finest firing fleet flexible flower footballer fortunately frontier gregory grid guitarist halfway
    14 hammer harassment hatred helen henman hernandez hostile hussein illegitimate imposing imprisoned
    14 inadequate incoming indicted inequality infringement insecurity inspiration integrate isolated it'll
    14 jacket jam jay jerusalem jinping judiciary julia kent kumar lawful lg licensing literary ltd luca
    14 lyric marketed marking memorable mercury mere modified motive mounted naming narendra natalie nec
    14 neighbourhood nichola nuisance o'gara organising outing pakistani panic patricia petrol phoenix
    14 pipeline plain plight poised polish pollution pr prayer premiere privatisation prof profitability
    14 promptly propaganda pump purchasing qc queue quo raced rallied ramaphosa rape readiness realising
    14 realize regained rejection rental rethink ridiculous riot rs rubbish sang sarah sean seeded senate
    14 serena serial shortfall significance slice smartphone smile solo solving sopho spectacular stiff
    14 strip strive sunshine supportive supposedly surfer susan suspicious sweeping tea thatcher thierry
    14 thoroughly thrilled ton touted tvs unbeaten undertaken undertaking unveiling upload vacation vessel
    14 virginia waited warren whip whistle wisdom woe wong workplace worthwhile yield
    13 0.3% 000 1,200 125 1940 1956 3.5% 60,000 70,000 86 900 93 96 abandon ac accelerated accompanying
    13 accountant adopting ads affiliated aggressively airbus alejandro amended amir amman amounted anderson
    13 angola answered appreciated approache arabic arbitrary artwork avenue await axed banner barbara
    13 belgian benjamin billboard binding bloody bolton bombay bombing bookmaker brent builder burning bust
    13 butler button cake carling castle caution cave cbi challenger clashed clause cleaner clearer cohen
    13 collectively commuter compatible compensate completing comprise concentrating confirming congo
    13 constructed contention contracted contractor councillor counsel crashed cream credited criticized
    13 crore cruz cuisine dal dallaglio dawn dedication definitive dennis deployment depression description
    13 destroying diagnosed diana dictator disagreement distinguished downward drought educate educator
    13 effectiveness eliminating embarrassing endangered entertaining enthusiast evan evident execution
    13 exemption exercising exporting favoured flagship follower forming fortnight forty fragile frankfurt
    13 freezing friendship frontman fulham gambling gateshead gateway gay geoff gossip gsm hague ham
    13 hardship haye hd hemisphere hiding hire hostage humble humour hunger hype ignoring illicit imply
    13 impress inauguration indefinite indefinitely independently indonesian injection injunction innocence
    13 input intensified intensity interfering invisible ironic jeff jennifer jon kay keith kilroy kitchen
    13 knife legality levy lifting lisa literature lobby lobbying lodged loser marshall massively mathew max
    13 mcdonald micro min misconduct misleading namibian napster nelson nicknamed nielsen nod nonsense
    13 notorious o'connor obliged occasionally occupy oh okay overcoming paint persecution peruvian peso
    13 pierre pit plate pledging portrayal portsmouth poured pradesh precedent preserving priest procurement
    13 profound protein provisional quicker racism rampant reeve relying reopening requesting restored
    13 retained rhetoric ricardo rightly rod rolled roman romania ronaldo roof rooted rusedski saga
    13 salvadoran satisfy scissor scooped scorer scrapping searche senegal shaw shine showcased siege
    13 silicon sin sink smoke smooth smuggling soccer songwriter spiritual stade statutory steam steering
    13 strait surprisingly swansea swing tait tap tender terrestrial testament textile thorough tightening
    13 torn toshiba totalling toughest toured touring tracked transformed translation transmitted trapped
    13 traveller tribal tricky turnaround tweet tweeted ukip unauthorised undergoing unidentified unified
    13 universe unlawful unleashed unpaid unsure upgrading vaccination veto vickery violating volatility
    13 warner wet widen windhoek worsened www yorkshire yu yugansk zionist
    12 0.2% 0.7% 1.6% 12,000 170 1978 1988 2,500 2.5% 2025 24% 5.8 7.4 80,000 84 85% 95 accessing
    12 additionally adverse agassi agreeing albert alien aligned alike allan amend ancram angle anxious
    12 appealing appliance architect ashamed assessing assuming assure authoritarian beckham behave
    12 believing bernie bitter bizarre branding breed brink bunch cancellation cartel casting chang checked
    12 checking cheque christ chronic cigarette clamp clara clarity classified clay cliff clinical clinton
    12 cm cocaine coloured colourful column commence compact conglomerate constituent contempt cooking
    12 copied copying coupled courtesy criticising cruise curfew custodian decider demographic demonstrating
    12 dempsey destined detective devil diane dick differ dipped dire disagree disorder displaced disposal
    12 diversify diverted donald drummer du duet dwindling echo efficiently elect electrical eleven embraced
    12 eminem endorsed epidemic evaluate exile expressing famed farewell feeding finalised finland fishermen
    12 fishery flagged fluid folk fond fool forgot formation frenchman funny gallery gameplay geneva gerhard
    12 gm graeme grasp grassroot grey groundbreaking guild guinea halve harrison haven heated hogg hung
    12 ideology idle ignorance immersive imprisonment individually inevitably inflated ing ink inspire
    12 interfere internally intervened irb irresponsible isle jakarta jammu jane janet javier jew josh
    12 joshua joss judging kg knight laporte leak lebanon leftist legislature lieutenant likened lisbon liu
    12 loaded loop lunch lung machinery mahmoud mall marry massacre merged michel milestone moon morocco
    12 moya multilateral mumbai murillo nanny nasdaq nazi neighboring niro noble northeast notion nunavut
    12 objection offline offside oman openly opting ore outgoing outsider painted paulo peston pete pew
    12 philippine photographer playback prefecture programmer prohibit projection quartet quirky rainbow
    12 reassure receipt reid remake rented reopened repay republican residency resolving restoring
    12 restructure revealing rewarded rican robertson rocket ronald ronan royalty ruth sar sebastien
    12 sentencing shaped sharon sheep shield shrinking siemen situated skilled sleeping sms soar socio
    12 specialised spree squeeze stabbed sterling sticking stir stole streak stride stupid sufficiently
    12 surviving swank swapping sweep switching syria technician tended tendency thrive throat thumb tide
    12 tier topper torre toy toyota treating turf twelve ukrainian uncomfortable undermined undermining
    12 undisclosed undoubtedly uphold viewpoint volley warming weblog webpage wechat weighed whatsoever
    12 whereabout widow wondered wondering wore worthy yeol yoon yuganskneftega yukon
    11 0.5% 1.25 101 102 13,000 19% 1972 1977 2.2 2.9 26% 3000 35% 4.75% 4.8 43% 44% 512 58 6.5 600,000
    11 abusing abusive admitting aggression allen ambulance ample anc anglo anonymity arthur assaulted
    11 assert assertion attacker aug basketball bass beatle belonged bite blaming blend blogging blur bobby
    11 bolivia bombarded bonus bortolami boycott brad breakdown breath bribery browsing bull bump carl
    11 castro cat cesar charlton chef chemistry cheng childcare cicero citigroup civic clicking clocked
    11 coached coin coincided commentary commonplace communal compelling competent complaining complement
    11 composed comprising confidentiality congratulation consolidate constituted continuation continuously
    11 contraction controversially convergence copyrighted cosmetic counting cousin cow cracked cruel
    11 culturally curriculum daimlerchrysler daniela darren dc decorated defensive delete deleted deliberate
    11 demise denounce denounced des deterioration di diaz dismissal distinctive diving doom downloadable
    11 duff duncan eastender ebber emilio emphasised employing emulate enacted endless enhanced erupted
    11 eventual evolved exclusively exhibitor expelled expose extradition eyed fairer fairness faking
    11 fashioned favourable felix finale flair floating flooded forecasting fraudulent freed fry fulfilling
    11 furious gabriel gamble georgia gibson goat goodwill governed gpr grain granting hamad hamilton hamper
    11 hank hassan heaped helicopter hey hickie honduran horan horn horrible huang hurricane identical iii
    11 impacted inability inch inclined industrialised inheritance initiate injustice inland inuit israelis
    11 iv janata jazeera jordanian journalism jr jurgen kerry kremlin kuwaiti laser layout learnt lecturer
    11 leon lesser limitation litigation logged logical looming lovely loving mad mafia marco megabit
    11 megapixel mel misse mitigation mixture morrison motivate mw nadal nasser nationally nbc neat
    11 nightmare nose nottingham nowaday o'kelly occupying olly ordinator organic outdated outrageous
    11 oversight overturn partisan password patche paved peaked perry philosophy phishing plead pleasure
    11 poetry polar policing pornography portray portuguese positioned positively practise presided
    11 presumably preview pricing provoked pub pulling pure purely quitting radically ram random reasonably
    11 recruiting recruitment refrain registering reign relate relax remotely renamed reserved resilient
    11 restricting retreat reunited revision richer ringtone robbery rover runway safin sandra sanitation
    11 scary scholar seamless seminar separation sergio shaping shedding shocking shorter sibling silva sim
    11 sincerely slim smoking soared socially solicitor sounded souness southwest span specified speculate
    11 spy stabilise stamford steroid stipulate stockpile stretche stringer submarine summoned sung surged
    11 surpass svetlana swede swept symbolic systematic thereby tighten tipping token touchline tragic
    11 trailing trainer treasurer trilogy trim trump tunisia unavailable undersecretary unpredictable
    11 unsuccessfully unwilling urgency usher vastly verbal warehouse weakened welcoming wherever wishing
    11 wta x100m yearly zambia
    10 135 1945 1965 2.1 2.1% 2.3 27% 28% 3.8 35,000 48% 5.4 52% 6.2 61 69 750 78 94 95% a.m. abandoning
    10 abiding abn abolish abortion acclaim accomplishment accordingly addiction administered advancing
    10 advertisement aerospace afp ageing amanda amro angled anomaly ant apartheid arguably arnold arrange
    10 aspire assessed assisted atp auckland auctioned averaged axe azkaban backbone backer balco banana
    10 baroness batch belfast belmarsh berry beta bharatiya blake blessed blessing blew bluetooth bnp boerse
    10 bounced bowl boyd boyfriend bread breast brick brigade bukele bulletin bureaucratic cameron captaincy
    10 carroll carter cartoon casualty catalyst catherine ceiling chavez cheating clan climbing clutch
    10 comfortably commended complexity condemn confederation confession confront confuse congratulate
    10 conjunction conscience conscious constable contentious coordinate coordinated coral cord coveted
    10 craft creek crosse crunch cultivated d'arcy dalla debated debating debuted defamation definite den
    10 derek derived descended designing dhabi digging disability disadvantaged discriminate disk
    10 disproportionate distant distinct distinguish disturbing dominic dossier downfall downside dragging
    10 drain drill dubious durban dust dutchman easterby ecuadorian elementary elimination embarked
    10 embarrassed encountered enforcing enron entertain entrepreneurship environmentally envoy eponymous
    10 eradicate erase escalating euronext evolving exchanged exercised experimental explorer explosive
    10 extraction factual faithful falcon fifty firearm fitted fixing flee flew floated foley footprint
    10 foray forefront formidable formula frankly fraser ftse fugitive fumio functioning fuss g7 gameboy gem
    10 generator gifted gill giveaway goodbye gospel graphical gray guzman gym harbour harold haul hazell
    10 heaven heavyweight heir helm helsinki heralded hesitate honesty honouring hoon horgan hospitality
    10 hossain hostility http ideological imbalance immunity impetus importing inaccurate inadvertently
    10 indebted indictment infect infectious infringed inmate inspiring instability inviting ironically
    10 irrigation jamaica jeeve jenkin joaquin jobless joel keanu kenneth kerr ki kidnapping kishida
    10 knocking kurt ladder lag landslide liability lighter liquidity locate logistical loud louise lse lt
    10 ma manoeuvring mar marat marche marginal marion martyn marvel maternity math matrix maurice mci
    10 mechanical metric microphone mild militia millionaire miner minimal misery misunderstood mitigate
    10 mobilise mongolia montsame monumental moroccan mould mozambique msp murderer muscat mustafa mutually
    10 nathalie naval neglect negligence neighborhood newest nightclub noel norman northampton northwest nt
    10 o'callaghan obtaining occasional onslaught onward opec ordinate organ organize osprey outcry outset
    10 overhead overtaken overtook p.m. packard paradise partial partially pat patch payne pelous penal
    10 penny pentagon perez perpetrator persist phenomenal pivotal planting playwright plaza plug porto
    10 possess posting practically precinct premature prevail preventive profession promoter proposing
    10 prosecuting pulse punish purse quarantine quickest quietly rainy ratio realistically rebate rebel
    10 redundancy regulated remainder reminder renewal repressive rescued respectable restoration reynold
    10 robben robotic rodriguez ron rosario rss rumoured ruud sabah santo satisfying schroeder seasonal
    10 secrecy secular selecting sensational sensitivity seriousness shah sheahan shouting si singled skip
    10 slashed slid smash sophie sorted soup specify speculated sphere sponsorship spotless squabbling
    10 staple stark stat streamed stretching sullivan sultan summary surfaced surging swedish sweeney swift
    10 sympathy tabled tally te thereafter thrust tighter tindall toilet township transforming transit
    10 transmit tri triumphed tsai tuned twist ugly ulaanbaatar ulster uncovered underwater unesco uniquely
    10 unlock unsustainable unwanted upheld urgently venice vibrant wary weird wholly wiped worsley zoom
    9 0.8% 11,000 120,000 128 140,000 190 1957 1964 1968 1975 2.4% 22% 230 3.1 3.3 3.4 3.7 4.2 4.3% 4.7% 47%
    9 5.2 5.5 8.5 81 850 9.3 92% 97 abbott abruptly absurd accra accuracy accurately acquiring acquitted
    9 adapting addis adjust advocated aesthetic affiliate alam alerted allocation amateur amazed
    9 anticipation anxiety apartment appropriately arctic artificially arturo assembled attendant au
    9 austrian authorized autopsy avert baker beache bedroom bellamy bernabeu beverly blasted blatant
    9 boarding boris borrower bout boxer bro bruno bundled buoyant butterfly campaigned caretaker cargo
    9 caroline casino censorship certainty certification charismatic charm christo christophe chun
    9 circulated circulation classical claude cleverly coincidence collateral comfort commemorate companion
    9 compelled conditional confessed confined confirmation conform congestion consent consuming convene
    9 convened converting cooked correctly corrigan courting creature criminally cryptocurrency cubic curry
    9 cusiter cynical dare darkness darling dated dealer dear deem defer deliberation dell dementieva demo
    9 departed detection devastated didier diego discontent dishe disillusioned disrupt ditch dna doug dow
    9 drafting drastically dried dug ea eagle ebay ec educating eldest elephant embark embracing emperor
    9 emphasise empowerment endorse entrepreneurial evaluating evicted exacerbated execute expedition
    9 explode exploded exploitation fabien famine fao fatal fearing feat firstly fleeing flourish flowing
    9 forgive forth fractured frantic freddie freeing fulfill fuller furniture galla gangster garbage ge
    9 gearing geographical ghanaian ghost glimpse gomez gov governorate gradual graduated grandchildren
    9 grandson grass greenwood gritty guaranteeing guatemala gustavo haaretz hal hantuchova harvard harvey
    9 hector helpful heptathlon heroe hewlett highbury highland hijack holocaust horizon hotspot housewive
    9 hyun iceberg ignacio illusion ilo imam imminent imperial improper inefficient inherited interpol
    9 intervene invented irregular irrelevant isp jacob jailhouse jazz jen jersey jewellery jowell julie
    9 jumper ka kaplan karl kidnapped kodak lam lankan lauded laura laying lease lend leverage lifeline
    9 lifelong liga limped lin lively ljubicic login lottery lush lynch magical magnate mailed managerial
    9 mandated manual manually manufacture marque maturity mccartney menzy mercede merging mgm militant
    9 mismanagement misuse mitchell mixing modify mogul monkey moratorium moreno mou narcotic nasty
    9 navigation needing needy newer newsnight nickname nile norm notify oasis observation occurring off
    9 offended offense omicron onboard organizer organizing orlando orquera overwhelmingly paolo parade
    9 parisse parking patience pave pedestrian pedigree peg pegged peninsula pet pioneering playlist
    9 pornographic portman portrait portrayed posing potato precursor predominantly preservation prompt
    9 proposition prosecute protesting quoting rachel raided rationale raul rear rebellion recycling
    9 reforming refund registry rehearsal relaxed relieved relocated reluctance remarked remedy renaissance
    9 rendered reservoir retiring reversed revolt reye risky rogue roland rooney roster rotterdam rounded
    9 routinely rowntree rumor sacred safely sahara sail sandinista sap scratch seasonally sega serbia
    9 shakespeare shenzhen shifted shortlisted shouted signalled sisi slammed slash smell snake soundtrack
    9 spice spike spite squeezed staggering staging stall statistical stealing steep stevie stoke stranger
    9 stronghold suburb suite superstar supremo swapped swell sword systematically tamil tate tattoo tessa
    9 thieve thrilling tightened timetable tortured totalled touche toulouse trailer traveler travis tribe
    9 trojan tube tyranny tzeko ubs unaffected underline underneath unfounded unison unjustified unlimited
    9 unsolicited unsuccessful untrue unusually upazila uphill utterly valencia varga varied verify violate
    9 volatile vying wai walkman ware washed wen wheat whitehall wipe wire withdrawing worsen wrapped
    9 wrongly wu yachvili yeah yelling zealander
    8 0.6% 03 1.3% 104 105 11.5 111 130 14,000 2.9% 3.3% 3.6 32% 33% 4.1 4.4 5.1 5.3 550 6.3 62% 65% 7.1
    8 abide accompany accomplish accord accumulated align alter amplified ap applaud assassination assisting
    8 automated automobile awarding barclay bean beverage bloomberg bono breeding brewer broadly brokerage
    8 buccaneer bulgaria bullish bullying burger cambodia canal capitalisation champagne cheaply chennai
    8 cite clampdown clarify clement coincide coldplay communicating complied compression comprised
    8 concluding contend cooled counterfeit cracking crippled curbing cyprus defiant defining defraud defy
    8 depressed desk deter deteriorate discrepancy doomed drowning eduardo eighty embargo enormously evolve
    8 expatriate extortion fabric fade faltering famously fc fiat fiercely financed frederic fulfilled gauge
    8 generic gerard glazer grim hammered hampered heightened henri hindi homeless imperative importer
    8 instinct insulting intake irrespective jamaican juror kimberly kuala labelling lean lebanese levelled
    8 libya lumpur luxembourg malfunction mandela manipulate manipulated manipulation marie mart meaningless
    8 measurement measuring megawatt methodology misled modernisation monsoon mpc mubarak networking neutral
    8 nonetheless nutritional o2 obesity obsessed omar orthodox overly packaging palmer penetration plasma
    8 policymaker positioning pragmatic presse privileged problematic prosper proximity rallying realisation
    8 reap reconsider reformed relaxation reliant relocate rene resentment restart restrict restrictive
    8 resurgence reversal ripe roadmap rodrigo ruben rupert sacking safeguarding sandy scepticism
    8 scholarship screaming serge seventy shaken slave slipping sorrow spanning spat speeding speedy spurred
    8 stalled stern stomach suitor supervisory surrender suspending sustaining taxi teache tempted ticking
    8 tightly todd toronto traced tracker trademark unanimously utilise valuation varying vhs vicious vijay
    8 viktor wal wallet warmth watt wreck wto zinc
    """
}
