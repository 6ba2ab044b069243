/// English words that say nothing about the subject of a text: the words of the SMART list that are most
/// frequent in news, and words that occur in every news story (`said`, `according`, `year`, `Mr`). In the
/// form that ``Token`` compares.
enum StopWords {
  static let english = WordSet(
    """
    a about above after again against all also am an and any are aren't as at be because been before being below
    between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during each even few
    for from further get had hadn't has hasn't have haven't having he he'd he'll her here hers herself him himself his
    how i i'd i'll i'm i've if in into is isn't it its itself just let like made make many may me might more most much
    must mustn't my myself new no nor not now of off on once one only or other ought our ours ourselves out over own
    said same say says she she'd she'll should shouldn't since so some still such than that the their theirs them
    themselves then there these they they'd they'll they're they've this those through to too told two under until up
    upon us very was wasn't we we'd we'll we're we've were weren't what when where which while who whom why will with
    won't would wouldn't you you'd you'll you're you've your yours yourself yourselves according year years day days
    time first last mr mrs ms
    """)
}
