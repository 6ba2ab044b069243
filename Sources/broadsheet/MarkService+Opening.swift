import Glibc
import Marks

/// Opens the marks file, also after it was replaced or damaged.
extension MarkService {
  var store: MarkStore? { state.withLock { $0.store } }

  func open() {
    do throws(MarkError) {
      use(try MarkStore(path: path))
    } catch .busy {
      // Until then, requests wait.
      tell("Marks are locked by another program; trying again")
      retryLater()
    } catch .replaced {
      tell("Marks were removed by another program while they were opened; trying again")
      retryLater()
    } catch {
      use(try? MarkStore(inMemoryBecause: error))
      tell("Marks will be lost when you quit: " + ErrorMessages.message(error))
    }
    writeRequests()
    send([])
    exchange()
  }

  func use(_ store: MarkStore?) {
    state.withLock { state in
      (state.store, state.revision, state.isAnotherDatabase) = (store, 0, true)
    }
    guard let store else { return }
    if case .readOnly(let reason) = store.durability {
      tell("Marks will not be saved: " + ErrorMessages.message(reason))
    }
    if case .onDisk = store.durability { watchFolder(of: store.resolvedPath) }
    for news in store.news { inbox.receive([.warning(ErrorMessages.message(news))]) }
  }

  /// Reopens the database if that can resolve an error.
  /// - Returns: whether it did.
  func reopen(after error: MarkError) -> Bool {
    guard let store else { return false }
    do throws(MarkError) {
      switch error {
      case .replaced:
        try? store.close()
        use(try MarkStore(path: path))
      case .damaged: use(try MarkStore(damaged: store))
      default: return false
      }
      return true
    } catch {
      tell("Marks cannot be read: " + ErrorMessages.message(error))
      return false
    }
  }

  func watchFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    watchFolder(folder)
  }

  func watchFolder(_ folder: String) {
    let events = IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_MOVED_TO | IN_DELETE
    inotify_add_watch(watch, folder, UInt32(events))
  }
}
