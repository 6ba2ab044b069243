/// The configuration, in the manual.
extension ManualPage {
  func writeConfiguration(to page: inout RoffPage) {
    page.heading("CONFIGURATION")
  }
}
