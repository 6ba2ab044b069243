// Ends the program when its terminal is gone, or somebody wants it ended, and the thread that has the terminal does not
// answer: whatever that thread is doing, the terminal is given back first.
#ifndef BROADSHEET_TERMINAL_WATCH_H
#define BROADSHEET_TERMINAL_WATCH_H

/// Who has the terminal.
enum terminal_owner {
  /// Nobody; the program is leaving or asleep.
  terminal_released,
  /// The event loop.
  terminal_claimed,
  /// Another program, which gets the signals of the keyboard.
  terminal_lent,
};

/// Starts the thread that watches, which sleeps until something happens. Without one to be had the program does without.
/// - terminal: its descriptor.
/// - signals: a signalfd(2) from which the event loop reads what all threads have blocked.
void terminal_watch_start(int terminal, int signals);

void terminal_watch_set_owner(enum terminal_owner owner);

#endif
