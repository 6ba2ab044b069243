import Configuration
import Display
import Views
import Reader
import ReaderHarness
import Testing

/// Screens with Arabic, which begins on the right, and with East Asian text, which breaks between its characters.
struct RightToLeftTests {
  static let ferry = SavedStory(
    "عودة العبّارة Meridian 7 إلى الميناء بعد 12 يومًا من الضباب", source: "دفتر الساحل", age: "2 hours ago",
    "عادت العبّارة Meridian 7 إلى ميناء «المنارة» في الساعة 6:30 من صباح الثلاثاء، وعلى متنها 212 راكبًا (منهم 14 طفلًا)؛ "
      + "وقال الرُّبّان سليم القاضي: «لم نرَ مثل هذا الضباب منذ عام 2019-2020».",
    "وذكرت صحيفة Straits Ledger أن أسعار السمك تراجعت بنسبة ٣٫٥٪ في الأسبوع الأول، وأن الإقبال لا يزال ضعيفًا.",
    "Captain Salim (سليم القاضي) will sail again at 9:40.")
  static let fog = SavedStory(
    "大雾“封”港：渡轮停航，船长说“从未见过”", source: "港务日报", age: "5 hours ago",
    "港务局（Harbour Office）星期三表示，因大雾“封”港，共７艘渡轮停航；船长说：“从未见过《雾》这么浓……”。第２航线预计9:40恢复。")
  static let quay = SavedStory("Quay wall to be raised", age: "2 days ago")

  static let pages = [
    SavedPageText(ferry, related: [quay, fog]), SavedPageText(fog, related: [ferry]), SavedPageText(quay),
  ]

  @Test(arguments: [
    ("arabic-120x40-wide", "Enter 2", 120, 40), ("arabic-40x24-list", "", 40, 24),
    ("arabic-40x24-story", "Enter", 40, 24), ("chinese-40x24", "j Enter", 40, 24),
    ("arabic-60x20-related", "j Enter Tab", 60, 20),
  ])
  func screens(name: String, keys: String, columns: Int, rows: Int) throws {
    var desk = try ReaderDriver(Self.pages, columns: columns, rows: rows)
    desk.press(keys)
    try Snapshot.check(Screen.draw(desk.state), name)
  }

  /// For a terminal that puts text in order itself.
  @Test func logicalOrder() throws {
    var settings = Settings()
    settings.textOrder = .logical
    var desk = try ReaderDriver(Self.pages, columns: 40, rows: 24, settings: settings)
    desk.press("Enter")
    try Snapshot.check(Screen.draw(desk.state), "arabic-40x24-logical")
  }
}
