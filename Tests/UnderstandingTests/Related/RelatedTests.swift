import Tables
import Testing

@testable import Understanding

@Suite("Related stories")
struct RelatedTests {
  @Test("stories of the same event come first", arguments: [News.ferry, News.museum, News.storm])
  func sameEvent(event: [News.Item]) {
    for item in event {
      let related = News.related(to: item, in: News.all)
      let others = Set(event.map(\.title)).subtracting([item.title])
      #expect(Set(related.prefix(others.count)) == others)
    }
  }

  @Test("a story about nothing that others have is like none")
  func nothing() {
    for item in News.others { #expect(News.related(to: item, in: News.all).isEmpty) }
  }

  @Test("a story that is not in the index is compared all the same")
  func newStory() {
    let new = News.Item(
      title: "Ferry crew of Port Ellis relieved", body: "The night ferry to Brannock stays.")
    #expect(Set(News.related(to: new, in: News.all).prefix(3)) == Set(News.ferry.map(\.title)))
  }

  @Test("the same days count more than days far apart")
  func days() {
    var later = News.ferry[1]
    (later.title, later.day) = ("Night ferry to Brannock stays again", 21_000)
    let related = News.related(to: News.ferry[0], in: News.all + [later])
    #expect(related.firstIndex(of: News.ferry[1].title) == 0)
    #expect(related.contains(later.title))
  }

  @Test("scripts without capitals and without spaces", arguments: [arabic, chinese])
  func otherScripts(news: [News.Item]) {
    let all = news + News.all
    #expect(News.related(to: news[0], in: all).first == news[1].title)
    #expect(News.related(to: news[2], in: all).first == news[3].title)
    let threads = Set(News.threads(all).map { Set($0) })
    #expect(threads.contains([news[0].title, news[1].title]))
    #expect(threads.contains([news[2].title, news[3].title]))
  }

  static let arabic = [
    News.Item(
      title: "المجلس يصوت على عبارة الجزيرة",
      body: "صوت مجلس جزيرة المرجان على إبقاء العبارة الليلية إلى الميناء الشرقي بعد طلب الصيادين في الجزيرة"),
    News.Item(
      title: "العبارة الليلية باقية",
      body: "بقيت العبارة الليلية في جزيرة المرجان بعد أن صوت المجلس وطلب الصيادين الوصول إلى الميناء الشرقي"),
    News.Item(
      title: "سرقة تمثال من متحف المدينة",
      body: "سرق لصوص تمثال الحصان البرونزي من متحف المدينة بعد أن تعطل جهاز الإنذار في الليل"),
    News.Item(
      title: "جهاز الإنذار كان معطلا",
      body: "قالت الشرطة إن جهاز الإنذار في متحف المدينة تعطل قبل سرقة تمثال الحصان البرونزي"),
    News.Item(title: "وصفة كعكة", body: "خذ الدقيق والزبدة ثم اخبز الكعكة في الفرن بعد ساعة"),
  ]

  static let chinese = [
    News.Item(title: "岛议会投票保留夜间渡轮", body: "珊瑚岛议会投票决定保留开往东港的夜间渡轮，渔民和学生曾经请愿。"),
    News.Item(title: "夜间渡轮继续开行", body: "议会投票之后，珊瑚岛开往东港的夜间渡轮继续开行，渔民表示欢迎。"),
    News.Item(title: "博物馆青铜马失窃", body: "窃贼从天窗进入城市博物馆，偷走一匹青铜马，警报器没有响。"),
    News.Item(title: "博物馆警报器失灵", body: "警方说，城市博物馆的警报器在青铜马失窃之前已经失灵，窃贼从天窗进入。"),
    News.Item(title: "李子蛋糕食谱", body: "取面粉、黄油和李子，烘烤一个小时即可。"),
  ]

  @Test("of equally alike stories the nearest are those with the smaller numbers")
  func nearest() {
    var nearest = NearestStories(limit: 3)
    for (number, score) in [0.2, 0.5, 0.2, 0.5, 0.1, 0.2, 0.9].enumerated() {
      nearest.add(SimilarStory(story: UInt32(number), score: score))
    }
    #expect(nearest.stories.map(\.story) == [6, 1, 3])
    #expect(nearest.least == 0.5)
  }
}
