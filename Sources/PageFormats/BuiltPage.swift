/// A page whose text is not what the file holds byte for byte (HTML, hard-wrapped lines, text with holes): UTF-8 put
/// together by a format, with the outline that leads into it.
///
/// All shown blocks stand first and next to each other, a newline after each, so that the story's body is one range;
/// the folded ones follow. ``PageOutline/blocks`` has both in the order of the page.
struct BuiltPage {
  /// UTF-8, not yet made harmless.
  var text: [UInt8] = []
  /// Where the parts are in `text`.
  var outline: PageOutline
}
