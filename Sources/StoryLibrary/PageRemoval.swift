/// How pages go.
extension Library {
  /// Forgets a page that is gone, if it has not been read again since.
  mutating func remove(_ gone: PageBatch.Gone, in folder: String) {
    switch gone {
    case .file(let name, let reading):
      var name = name
      guard let folder = folders.find(folder) else { return }
      let known = name.withUTF8 { page($0, in: folder, hash: Library.pageHash(folder, $0)) }
      if let known { remove(page: known, reading: reading) }
    case .everything(let reading):
      for number in 0..<UInt32(pages.count) where isInside(number, folder) {
        remove(page: number, reading: reading)
      }
    }
  }

  private func isInside(_ page: UInt32, _ folder: String) -> Bool {
    FilePath.isInside(folders[pages[page].folder], folder)
  }

  private mutating func remove(page: UInt32, reading: UInt32) {
    guard !pages[page].isGone, pages[page].reading <= reading else { return }
    revision += 1
    clear(page: page)
    pages.update(page) { page in
      (page.isGone, page.isPage, page.reading) = (true, false, reading)
    }
    lastReading = max(lastReading, reading)
  }
}
