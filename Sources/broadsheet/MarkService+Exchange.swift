import Glibc
import Marks

/// Exchanges marks with other machines, through a shared folder.
extension MarkService {
  /// Imports the changes of other machines, and exports this one's.
  func exchange() {
    let (store, folder) = state.withLock { ($0.store, $0.isOver ? nil : $0.syncFolder) }
    guard let store, let folder, case .onDisk = store.durability else { return }
    do throws(MarkError) {
      let count = try MarkExchange(folder: folder, store: store).run()
      watchFolder(folder)
      if count > 0 { send([]) }
    } catch .interrupted {
      return
    } catch {
      if reopen(after: error) { return send([]) }
      tell("Marks not synchronized: " + ErrorMessages.message(error))
    }
  }

  /// Exchanges marks after a pause, so that several changes in a short time are exported at once.
  func exchangeLater() {
    let isNew = state.withLock { state in
      defer { state.isExchangeDue = true }
      return state.syncFolder != nil && !state.isExchangeDue
    }
    guard isNew else { return }
    later.perform {
      sleep(MarkService.pause)
      self.thread.perform {
        self.state.withLock { $0.isExchangeDue = false }
        self.exchange()
      }
    }
  }
}
