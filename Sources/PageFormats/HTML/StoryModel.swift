/// The learned model that distinguishes stories from the text around them on a page: two linear models (logistic
/// regression), and the weights of their features.
///
/// The first model sees a block by itself: its text, its element, its place. The second sees the same and also the
/// probabilities that the first gives to the blocks around it. Both weights of a feature are listed side by side.
///
/// The weights were learned on one half of the pages of scrapinghub's article-extraction-benchmark (MIT), those whose
/// key has an even MD5. A block was labelled by whether its words are in the story that the benchmark gives for the
/// page. The other half was used only for evaluation. The weights are rounded to three digits; a feature that cannot
/// be determined from a single page (a text that is also on other pages of the site) has no weight.
enum StoryModel {
  /// A weight for the first and for the second model.
  typealias Weights = SIMD2<Float>

  /// The score without any feature.
  static let bias: Weights = [-1.14, -0.269]
  /// The score of the second model above which a block belongs to the story.
  static let threshold: Float = -0.3

  /// Features of a block's text.
  static let text: [TextFeature: Weights] = [
    .startsWithLink: [-0.718, -0.978],
    .linkedFurniture: [-0.769, -2.13],
    .linkedItem: [0.335, 0.805],
    .underFurniture: [-0.933, -1.35],
    .wordsLogarithm: [0.125, 0.22],
    .fewerThan4Words: [-1.3, -2.17],
    .fewerThan10Words: [0.426, -0.0952],
    .atLeast25Words: [0.468, 0.639],
    .atLeast60Words: [0.315, 0.367],
    .linkShare: [-1.18, -2.44],
    .mostlyLinked: [-0.728, -1.16],
    .allLinked: [0.33, 1.05],
    .endsSentence: [0.697, 1.38],
    .sentences: [-0.315, -0.514],
    .commas: [-0.168, -0.157],
    .uppercase: [-0.908, -1.24],
    .digits: [-0.909, -1.56],
    .bold: [0.274, 0.105],
    .startsAsFurniture: [-1.52, -2.61],
    .hasFurniture: [-1.06, -2.06],
    .hasDate: [-0.731, -1.1],
    .repeatsTitle: [-1.54, -1.86],
    .endsQuestion: [-0.00108, -0.543],
  ]

  /// The block element that contains it.
  static let element: [BlockElement: Weights] = [
    .paragraph: [0.213, 0.441],
    .division: [-0.221, -0.614],
    .item: [0.248, 0.644],
    .heading1: [-2.28, -3.94],
    .heading2: [0.696, 0.903],
    .heading3: [0.577, 0.633],
    .lowerHeading: [-0.703, -1.74],
    .cell: [-0.691, -0.749],
    .quote: [-0.929, -0.707],
    .caption: [0.027, -0.618],
    .preformatted: [-0.749, -1.3],
    .section: [-0.464, -1.85],
    .definition: [-0.617, -1.16],
    .button: [-2.21, -4.23],
    .other: [0.596, 0.559],
  ]

  /// Its place on the page.
  static let place: [PlaceFeature: Weights] = [
    .inStoryBody: [0.469, 1.18],
    .inHidden: [-0.164, 0.045],
    .inSilent: [-0.928, -0.742],
    .furnitureDistance: [0.576, 0.764],
    .position: [0.383, 1.7],
    .isAfterHeadline: [0.88, 0.94],
    .headlineDistance: [-2.75, -4.26],
    .isBeforeHeadline: [-1.08, -1.59],
    .isInLastThird: [-0.379, -0.675],
    .containerWords: [-0.368, -1.74],
    .containerShare: [0.789, 0.785],
    .outerShare: [1.98, 2.37],
    .siblings: [-0.95, -1.74],
    .isAloneInContainer: [-1.04, -2.01],
    .likeWords: [-0.0677, -0.0264],
    .likeLinkShare: [-0.0783, 0.286],
    .likeCount: [1.55, 2.45],
    .isParagraph: [0.212, 0.441],
  ]

  /// The elements around it.
  static let ancestor: [SpeakingElement: Weights] = [
    .article: [0.0269, -0.127],
    .main: [0.246, 0.215],
    .aside: [-2.05, -1.94],
    .nav: [0.35, 1.02],
    .footer: [-1.07, -1.76],
    .header: [-1.18, -1.79],
    .form: [-2.97, -4.85],
    .figure: [-0.041, -0.616],
    .list: [0.504, 0.719],
    .table: [0.669, 1.2],
    .blockquote: [3.25, 4.46],
    .heading: [0.478, 0.772],
    .paragraph: [0.21, 0.415],
    .section: [0.293, 0.315],
    .button: [0.461, 0.866],
  ]

  /// The names of the elements around it.
  static let ancestorNames: [AttributeGroup: Weights] = [
    .comments: [-4.14, -4.75],
    .related: [-0.766, -0.451],
    .sharing: [-1.15, -1.64],
    .promotion: [0.541, 0.695],
    .signUp: [-1.8, -3.08],
    .navigation: [-0.354, -0.132],
    .footer: [-2.36, -2.6],
    .sidebar: [-0.13, 0.131],
    .author: [-1.87, -2.43],
    .media: [0.263, 0.259],
    .details: [-0.114, -0.369],
    .dialog: [-0.97, -1.27],
    .hidden: [-0.275, -0.253],
    .header: [-0.867, -1.05],
    .summary: [0.581, 0.924],
    .quote: [0.875, 0.848],
    .storyBody: [0.511, 0.612],
    .article: [0.607, 1.16],
    .boxes: [-0.0829, -0.257],
  ]

  /// The names of its own element and of the one around that.
  static let ownNames: [AttributeGroup: Weights] = [
    .comments: [-2.71, -4.59],
    .related: [-0.423, -1.01],
    .sharing: [0.517, 1.33],
    .promotion: [0.36, 0.422],
    .signUp: [0.392, 1.13],
    .navigation: [0.194, -0.265],
    .footer: [-0.734, -1.66],
    .sidebar: [-0.897, -1.17],
    .author: [-0.765, -1.63],
    .media: [-2.15, -2.9],
    .details: [-0.637, -0.434],
    .dialog: [-0.528, -0.536],
    .hidden: [-0.906, -1.79],
    .header: [-0.0233, 0.129],
    .summary: [-1.49, -1.83],
    .quote: [0.183, 0.432],
    .storyBody: [-0.702, -0.98],
    .article: [0.159, 0.306],
    .boxes: [-0.213, -0.0239],
  ]

  /// The first model's results for the blocks around it; only the second model has weights for these.
  static let surroundings: [SurroundingFeature: Float] = [
    .firstScore: -0.531,
    .isInStoryElement: 1.04,
    .depthBelow: -0.842,
    .distanceOfElements: -1.03,
    .previous: 0.0302,
    .next: 0.493,
    .previousTwo: 0.617,
    .nextTwo: 0.251,
    .previousFive: 0.244,
    .nextFive: 0.557,
    .alike: 1.15,
    .container: -4.35,
    .outer: 1.44,
    .outermost: -0.677,
    .containerWords: 2.61,
    .outerWords: 0.463,
    .beforeFirst: 0.51,
    .afterLast: 0.0912,
    .isWithin: 0.589,
    .storyShare: -3.81,
    .isInBestRun: 0.521,
    .pageMean: 1.3,
    .headingBeforeLikely: 1.47,
    .headingAfterLikely: 0.268,
    .shortBeforeLikely: 0.168,
    .shortAfterLikely: 0.773,
    .shortAfterLast: -0.345,
    .linkedText: -1,
    .beforeFirstNoParagraph: 0.396,
  ]
}
