import Folders
import Glibc
import StoryLibrary

/// How pages are named in what is printed of some folders: by their paths below the folder that was given.
struct PageNames {
  /// With a slash at their ends.
  private let folders: [String]

  /// - Parameter paths: folders and pages as they were given.
  init(paths: [String]) {
    folders = RootPaths.canonical(paths).map { access($0 + "/.", F_OK) == 0 ? $0 + "/" : FilePath.above($0) }
  }

  /// The pages of a story's own, the newest first; one empty name for a story that others only list.
  func pages(of story: StoryIndex, in library: Library) -> [String] {
    let paths = library.ownPagePaths(of: story)
    return paths.isEmpty ? [""] : paths.map { Output.harmless(name($0)) }
  }

  private func name(_ path: String) -> String {
    let folder = folders.filter { path.hasPrefix($0) }.max { $0.utf8.count < $1.utf8.count }
    return folder.map { String(path.dropFirst($0.count)) } ?? path
  }
}
