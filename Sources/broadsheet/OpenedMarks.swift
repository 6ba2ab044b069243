import Marks

/// The marks for a command that prints or changes them and ends: mended where that is needed, with what has come from
/// other machines.
struct OpenedMarks {
  let store: MarkStore
  let table: MarkTable
  private let syncFolder: String?

  /// What was found and done on the way is told on standard error.
  init(_ path: String, syncFolder: String?) throws(MarkError) {
    self.syncFolder = syncFolder
    var store = try MarkStore(path: path)
    do throws(MarkError) {
      try OpenedMarks.exchange(store, syncFolder)
      table = try store.table()
    } catch .damaged {
      OpenedMarks.tell(store)
      store = try MarkStore(damaged: store)
      table = try store.table()
    }
    self.store = store
    OpenedMarks.tell(store)
  }

  /// Lets other machines know.
  func exchange() throws(MarkError) { try OpenedMarks.exchange(store, syncFolder) }

  private static func exchange(_ store: MarkStore, _ folder: String?) throws(MarkError) {
    guard let folder else { return }
    do throws(MarkError) {
      try MarkExchange(folder: folder, store: store).run()
    } catch .damaged(let path, let reason) {
      throw .damaged(path: path, reason: reason)
    } catch {
      Output.complain("marks are not exchanged: " + ErrorMessages.message(error))
    }
  }

  private static func tell(_ store: MarkStore) {
    for news in store.news { Output.complain(ErrorMessages.message(news)) }
  }
}
