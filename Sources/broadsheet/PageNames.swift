import Folders
import StoryLibrary

/// Names pages in printed output by their paths relative to the given folders.
struct PageNames {
  /// The folders, each with a slash at its end.
  private let folders: [String]

  /// - Parameter paths: folders and pages, as given on the command line.
  init(paths: [String]) {
    folders = RootPaths.canonical(paths).map { FilePath.exists($0 + "/.") ? $0 + "/" : FilePath.above($0) }
  }

  /// The story's own pages, newest first; one empty name for a story that is only listed on other pages.
  func pages(of story: StoryIndex, in library: Library) -> [String] {
    let paths = library.ownPagePaths(of: story)
    return paths.isEmpty ? [""] : paths.map { Output.harmless(name($0)) }
  }

  private func name(_ path: String) -> String {
    let folder = folders.filter { path.hasPrefix($0) }.max { $0.utf8.count < $1.utf8.count }
    return folder.map { String(path.dropFirst($0.count)) } ?? path
  }
}
