// Gives the terminal back when the program ends otherwise than it should: on the signals of a crash, on exit(3), and
// when the thread that has the terminal does not answer any more.
// A C file of its own because a signal handler may only touch memory that is always there and call
// what signal-safety(7) lists; Swift code can promise neither.
#ifndef BROADSHEET_CRASH_GUARD_H
#define BROADSHEET_CRASH_GUARD_H

#include <stddef.h>
#include <termios.h>

/// Arms the guard, or changes what it knows.
/// - terminal: the descriptor of the terminal, on which writing should not wait.
/// - modes: the terminal's modes to go back to.
/// - reset: what to send so that the terminal is as before (exit_ca_mode and the like).
/// - captured, standard_error: where standard error goes meanwhile and where it belongs; -1 if not captured.
/// - notice: the line that a crash prints, to which the number of the signal is added.
void crash_guard_arm(
    int terminal, const struct termios *modes, const char *reset, size_t reset_length, int captured,
    int standard_error, const char *notice);

/// The terminal is given back: crashes are nobody's business but the system's from here.
void crash_guard_disarm(void);

/// Gives the terminal back now, from any thread or signal handler. Returns 0 if there was nothing to do.
int crash_guard_give_back(void);

/// Ends the program by a signal, whatever is done about that signal now.
void crash_guard_end_by(int signal_number);

/// Gives the calling thread a stack for signal handlers: a stack overflow leaves none to handle it on.
void crash_guard_protect_thread(void);

/// A file in memory to capture standard error in; -1 if there is none to be had.
int crash_guard_memory_file(void);

/// Copies what was captured to where it belongs, at most its last 64 KiB.
void crash_guard_copy(int captured, int standard_error);

#endif
