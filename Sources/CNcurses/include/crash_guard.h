// Gives the terminal back when the program dies of a bug: on the signals of a crash, and on exit(3).
// A C file of its own because a signal handler may only touch memory that is always there and call
// what signal-safety(7) lists; Swift code can promise neither.
#ifndef BROADSHEET_CRASH_GUARD_H
#define BROADSHEET_CRASH_GUARD_H

#include <stddef.h>
#include <termios.h>

/// Arms the guard, or changes what it knows.
/// - terminal: the descriptor of the terminal.
/// - modes: the terminal's modes to go back to.
/// - reset: what to send so that the terminal is as before (exit_ca_mode and the like).
/// - captured, standard_error: where standard error goes meanwhile and where it belongs; -1 if not captured.
/// - notice: the line to print, to which the number of the signal is added.
void crash_guard_arm(
    int terminal, const struct termios *modes, const char *reset, size_t reset_length, int captured,
    int standard_error, const char *notice);

/// The terminal is given back: crashes are nobody's business but the system's from here.
void crash_guard_disarm(void);

/// A file in memory to capture standard error in; -1 if there is none to be had.
int crash_guard_memory_file(void);

/// Copies what was captured to where it belongs, at most its last 64 KiB.
void crash_guard_copy(int captured, int standard_error);

#endif
