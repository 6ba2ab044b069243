import Testing

@testable import PageFormats

@Suite struct HTMLTokenizerTests {
  /// The texts of a page, each with the names of the elements around it.
  private func texts(_ html: String) -> [String] {
    Array(html.utf8).withUnsafeBufferPointer { bytes in
      let nodes = HTMLNodes(bytes)
      return nodes.list.indices.filter { nodes.list[$0].tag == .text }.map { node in
        var around: [String] = []
        var parent = nodes.parent(node)
        while parent >= 0 {
          around.insert(String(describing: nodes.tag(parent)), at: 0)
          parent = nodes.parent(parent)
        }
        return around.joined(separator: ".") + ":"
          + String(decoding: nodes.slice(nodes.span(node)), as: UTF8.self)
      }
    }
  }

  @Test(arguments: [
    ("<div><p>a<p>b</div>c", ["div.p:a", "div.p:b", ":c"]),
    ("<ul><li>a<li>b</ul>", ["ul.li:a", "ul.li:b"]),
    ("<ul><li>a<ul><li>b</li></ul>c</ul>", ["ul.li:a", "ul.li.ul.li:b", "ul.li:c"]),
    ("<dl><dt>a<dd>b<dt>c</dl>", ["dl.dt:a", "dl.dd:b", "dl.dt:c"]),
    ("<table><tr><td>a<td>b<tr><td>c</table>d", ["table.tr.td:a", "table.tr.td:b", "table.tr.td:c", ":d"]),
    ("<p>a<div>b</div>", ["p:a", "div:b"]),
    ("<h2>a</h3>b", ["h2:a", ":b"]),
    ("<b>a<div>b</b>c</div>d", ["b:a", "b.div:b", "b.div:c", "b:d"]),
    ("<P CLASS=x>a</P>", ["p:a"]),
    ("<x-card>a</x-card>b", ["other:a", ":b"]),
    ("a < b <3 c", [":a < b <3 c"]),
    ("a<!-- <p>x</p> -->b<!-->c<!--->d", [":a", ":b", ":c", ":d"]),
    ("<div title='a>b' data-x=\"<p>\">c</div>", ["div:c"]),
    ("<script>if (a<b) '</p>'</script>c", [":c"]),
    ("<style></style >a", [":a"]),
    ("a<p", [":a"]),
    ("a<br/>b</br>c", [":a", ":b", ":c"]),
  ])
  func textsStandInTheirElements(html: String, texts: [String]) {
    #expect(self.texts(html) == texts)
  }

  @Test func everyNameIsFound() {
    for tag in HTMLTag.allCases where tag.rawValue > HTMLTag.other.rawValue {
      let name = String(describing: tag).utf8.reduce(0) { HTMLTagNames.appending($1, to: $0) }
      #expect(HTMLTagNames.shared.tag(name) == tag)
      let start = Array("<\(tag) x='<p>'>".utf8)
      let nodes = start.withUnsafeBufferPointer { HTMLNodes($0).list }
      #expect(nodes.first?.tag == tag && nodes.allSatisfy { $0.tag == tag || $0.tag == .rawText })
    }
  }

  @Test(arguments: [
    ("&amp;&lt;&quot;&#39;&#x2019;", "&<\"'’"), ("caf&eacute; &eacutea", "café éa"),
    ("&copy2025 &notit;", "©2025 ¬it;"),
    ("&hellip &bogus; &", "&hellip &bogus; &"), ("&#150;&#0;&#x110000;", "–\u{FFFD}\u{FFFD}"),
    ("&Auml;&NewLine;x", "Ä\nx"),
  ])
  func references(html: String, text: String) {
    let decoded = Array(html.utf8).withUnsafeBufferPointer { CharacterReferences.decoded($0) }
    #expect(String(decoding: decoded, as: UTF8.self) == text)
  }

  @Test func aParameterIsNoReference() {
    let decoded = Array("?a=1&copy=2&amp;b=3".utf8).withUnsafeBufferPointer {
      CharacterReferences.decoded($0, isAttribute: true)
    }
    #expect(String(decoding: decoded, as: UTF8.self) == "?a=1&copy=2&b=3")
  }

  @Test func attributesOfAllKinds() {
    let html = Array(" class='a b' data-x = 7 hidden href=/p?q=1/ title=\"it's\" /".utf8)
    html.withUnsafeBufferPointer { bytes in
      let attributes = HTMLAttributes(0..<bytes.count, of: bytes).map {
        "\(String(decoding: bytes[$0.name], as: UTF8.self))=\(String(decoding: bytes[$0.value], as: UTF8.self))"
      }
      #expect(attributes == ["class=a b", "data-x=7", "hidden=", "href=/p?q=1/", "title=it's"])
    }
  }
}

@Suite struct DeclaredCharsetTests {
  @Test(arguments: [
    ("<meta charset=\"Shift_JIS\">", "Shift_JIS"),
    ("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1251'>", "windows-1251"),
    ("<!-- <meta charset=x> --><meta charset=koi8-r>", "koi8-r"),
    ("<?xml version='1.0' encoding='gbk'?><html>", "gbk"),
    ("<meta name=description content='charset=x'>", nil), ("<p>charset=utf-8", nil),
  ])
  func charset(html: String, label: String?) {
    #expect(Array(html.utf8).withUnsafeBufferPointer { HTMLPage.declaredCharset($0) } == label)
  }

  @Test func aCharsetFurtherDownDoesNotCount() {
    let html = String(repeating: " ", count: 1024) + "<meta charset=koi8-r>"
    #expect(Array(html.utf8).withUnsafeBufferPointer { HTMLPage.declaredCharset($0) } == nil)
  }
}
