import SeededNumbers
import Testing

@testable import Understanding

@Suite struct TextDifferenceTests {
  private let council = "The council put off the vote on the night ferry until Thursday, the mayor said."
  private let cost = "The ferry costs the town 1,200 crowns a week, and few passengers use it after ten."
  private let crew = "The crew of the ferry learned of the delay from the radio on Monday morning."

  @Test func nothingHasChanged() {
    let difference = TextDifference(from: [council, cost], to: [council, cost])
    #expect(difference.isEmpty)
    #expect(difference.paragraphs.map(\.number) == [0, 1])
  }

  @Test func wordsThatWereChanged() {
    let after = cost.replacing("1,200", with: "1,400")
    let difference = TextDifference(from: [council, cost], to: [council, after])
    #expect(difference.paragraphs.map(\.change) == [.kept, .reworded])
    #expect(
      difference.paragraphs[1].pieces == [
        .init(status: .kept, text: "The ferry costs the town "), .init(status: .gone, text: "1,200 "),
        .init(status: .new, text: "1,400 "),
        .init(status: .kept, text: "crowns a week, and few passengers use it after ten."),
      ])
  }

  @Test func paragraphsThatCameAndWent() {
    let difference = TextDifference(
      from: [council, cost, crew], to: [council, crew, "Nothing else happened here."])
    #expect(difference.paragraphs.map(\.change) == [.kept, .gone, .kept, .new])
    #expect(difference.paragraphs[1].pieces == [.init(status: .gone, text: cost)])
    #expect(difference.paragraphs[1].number == nil)
  }

  @Test func theFirstParagraphIsGone() {
    let difference = TextDifference(from: [council, cost], to: [cost])
    #expect(difference.paragraphs.map(\.change) == [.gone, .kept])
  }

  @Test func aParagraphThatMoved() {
    let difference = TextDifference(from: [council, cost, crew], to: [crew, council, cost])
    #expect(difference.paragraphs.map(\.change) == [.moved, .kept, .kept])
  }

  @Test func aParagraphThatWasSplit() {
    let difference = TextDifference(from: [council, cost + " " + crew], to: [council, cost, crew])
    #expect(difference.paragraphs.map(\.change) == [.kept, .split, .split])
    #expect(difference.paragraphs[2].pieces.map(\.status) == [.kept])
    #expect(difference.paragraphs[2].pieces[0].text == crew)
  }

  @Test func paragraphsThatWereJoined() {
    let difference = TextDifference(from: [cost, crew, council], to: [cost + " " + crew, council])
    #expect(difference.paragraphs.map(\.change) == [.joined, .kept])
    #expect(difference.paragraphs[0].pieces.filter { $0.status != .kept }.isEmpty)
  }

  @Test func equalParagraphsAreMatchedOneByOne() {
    let difference = TextDifference(from: ["* * *", council, "* * *"], to: ["* * *", council])
    #expect(difference.paragraphs.map(\.change) == [.kept, .kept, .gone])
  }

  @Test func otherScripts() {
    let difference = TextDifference(
      from: ["أجّل مجلس المدينة التصويت على العبّارة الليلية إلى يوم الخميس"],
      to: ["أجّل مجلس المدينة التصويت على العبّارة الليلية إلى يوم الأحد"])
    #expect(difference.paragraphs.map(\.change) == [.reworded])
    #expect(difference.paragraphs[0].pieces.map(\.status) == [.kept, .gone, .new])
  }

  /// Whatever changes: what is kept and gone is the older text, what is kept and new the newer one.
  @Test(arguments: 0..<40) func nothingIsLostOrInvented(seed: Int) {
    var random = SeededNumbers(seed: UInt64(seed))
    func text() -> [String] {
      (0..<Int.random(in: 0...12, using: &random)).map { _ in
        (0..<Int.random(in: 1...9, using: &random))
          .map { _ in ["ferry", "vote", "town", "mayor", "crew"].randomElement(using: &random) ?? "" }
          .joined(separator: " ")
      }
    }
    let (old, new) = (text(), text())
    let difference = TextDifference(from: old, to: new)
    let newer = difference.paragraphs.filter { $0.number != nil }.map { paragraph in
      paragraph.pieces.filter { $0.status != .gone }.map(\.text).joined()
    }
    #expect(newer == new)
    let (words, before) = (difference.paragraphs.flatMap(\.pieces), old.flatMap { $0.split(separator: " ") })
    let older = words.filter { $0.status != .new }.flatMap { $0.text.split(separator: " ") }
    #expect(older.sorted() == before.sorted())
  }
}

@Suite struct EditScriptTests {
  @Test func aShortestWay() {
    let steps = EditScript(old: [1, 2, 3, 4], new: [1, 3, 5, 4]).steps(atMost: 5)
    #expect(steps == [.kept(0, 0), .gone(1), .kept(2, 1), .new(2), .kept(3, 3)])
  }

  @Test func tooManyEdits() {
    #expect(EditScript(old: Array(0..<10), new: Array(20..<30)).steps(atMost: 5) == nil)
  }

  @Test func nothingOnOneSide() {
    #expect(EditScript(old: [], new: [1, 2]).steps(atMost: 5) == [.new(0), .new(1)])
    #expect(EditScript(old: [1], new: []).steps(atMost: 5) == [.gone(0)])
    #expect(EditScript(old: [], new: []).steps(atMost: 5) == [])
  }

  /// Beyond the bound, what is the same at both ends is kept all the same.
  @Test func aParagraphWrittenAnew() {
    let (old, new) = ([7] + Array(0..<500) + [8], [7] + Array(1000..<1500) + [8])
    let steps = WordDifference.steps(old, new)
    #expect(steps.first == .kept(0, 0))
    #expect(steps.last == .kept(501, 501))
    #expect(steps.count == 1002)
  }
}
