/// Exports stories as one small HTML document that loads no resources. Text of a page never becomes markup.
public enum HTMLExport {
  /// The stories as one document, with the title of the first.
  public static func string(of stories: [StoryText]) -> String {
    let script = WritingDirection(of: stories)
    let title = escaped(stories.first?.title ?? "")
    return """
      <!DOCTYPE html>
      <html lang="\(script.language)" dir="\(script.direction)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width">
      <title>\(title)</title>
      <style>body { max-width: 38em; margin: 2em auto; padding: 0 1em; font: 1.1em/1.5 serif }</style>
      </head>
      <body>
      \(stories.map(article).joined(separator: "\n<hr>\n"))
      </body>
      </html>
      """
  }

  private static func article(_ story: StoryText) -> String {
    var lines = ["<article>", element("h1", story.title)]
    if !story.byline.isEmpty { lines.append(element("p", story.byline.joined(separator: " · "))) }
    if let address = story.linkedAddress {
      let address = escaped(address)
      lines.append("<p><a href=\"\(address)\" rel=\"noreferrer\">\(address)</a></p>")
    }
    lines += story.blocks.runs.map(HTMLBlocks.string)
    if !story.labels.isEmpty {
      lines.append(element("p", "Labels: " + story.labels.joined(separator: ", ")))
    }
    let note = story.noteLines
    if !note.isEmpty {
      lines.append("<h2>Note</h2>\n<p dir=\"auto\">" + note.map(escaped).joined(separator: "<br>\n") + "</p>")
    }
    if !story.related.isEmpty {
      lines += ["<h2>Related</h2>", "<ul>"] + story.related.map { element("li", $0) } + ["</ul>"]
    }
    return (lines + ["</article>"]).joined(separator: "\n")
  }

  /// Each text has its own direction.
  static func element(_ name: String, _ text: some StringProtocol) -> String {
    "<\(name) dir=\"auto\">\(escaped(text))</\(name)>"
  }

  static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// The language of a document, determined by its letters: Arabic or English.
private enum WritingDirection {
  case arabic, other

  init(of stories: [StoryText]) {
    var balance = 0
    for scalar in stories.lazy.flatMap({ [$0.title] + $0.blocks.map(\.text) }).joined().unicodeScalars.prefix(
      4_000)
    {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: balance -= 1
      case 0x620...0x6D3, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: balance += 1
      default: break
      }
    }
    self = balance > 0 ? .arabic : .other
  }

  var language: String { self == .arabic ? "ar" : "en" }
  var direction: String { self == .arabic ? "rtl" : "ltr" }
}
