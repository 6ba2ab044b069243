import Foundation
import PageDump
enum ErrorMessages { static func prose(_ p: PageProblem) -> String { "\(p)" } }
for f in CommandLine.arguments.dropFirst(2) {
  let d = [UInt8](FileManager.default.contents(atPath: f)!)
  print(try JSONLine.string(PageJSON(file: f, page: PageParser.page(d, savedAt: 1_755_650_000))))
}
