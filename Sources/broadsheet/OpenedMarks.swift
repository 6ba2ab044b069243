import Marks

/// The marks for a command that prints or changes them and then ends: repaired if necessary, including the changes of
/// other machines.
struct OpenedMarks {
  let store: MarkStore
  let table: MarkTable
  private let syncFolder: String?

  /// Reports on standard error what had to be repaired.
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

  /// Exports changes to other machines.
  func exchange() throws(MarkError) { try OpenedMarks.exchange(store, syncFolder) }

  private static func exchange(_ store: MarkStore, _ folder: String?) throws(MarkError) {
    guard let folder else { return }
    do throws(MarkError) {
      try MarkExchange(folder: folder, store: store).run()
    } catch .damaged(let path, let reason) {
      throw .damaged(path: path, reason: reason)
    } catch {
      Output.complain("marks not synchronized: " + ErrorMessages.message(error))
    }
  }

  private static func tell(_ store: MarkStore) {
    for news in store.news { Output.complain(ErrorMessages.message(news)) }
  }
}
