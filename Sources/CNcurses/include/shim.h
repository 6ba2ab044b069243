// What Swift needs of ncurses and cannot import by itself: macros, and globals that Swift 6 takes for
// unguarded shared state. Nothing here decides anything; it only gives things a shape Swift can see.
#ifndef BROADSHEET_SHIM_H
#define BROADSHEET_SHIM_H

// The wide-character functions; without it they vanish from the header.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdint.h>

static inline int shim_error(void) { return ERR; }

static inline WINDOW *shim_screen(void) { return stdscr; }
static inline WINDOW *shim_physical_screen(void) { return curscr; }
static inline int shim_rows(void) { return getmaxy(stdscr); }
static inline int shim_columns(void) { return getmaxx(stdscr); }

/// Columns a character takes in the opinion of the C library; -1 if it cannot be shown.
int shim_columns_of(uint32_t character);

/// Takes the locale of the environment, and characters as UTF-8 whatever it says. Everything later depends
/// on it: the C library is asked how wide a character is.
void shim_use_locale(void);

/// Lets all eight bits and ^S, ^Q, ^V, ^O and ^Z through, and line feeds go straight down; ncurses comes back
/// to these modes.
///
/// ^C and ^\ stay signals. ^Z does not: the driver would stop a script around the program too, at once, and
/// the shell would take a terminal that is not yet given back.
void shim_pass_all_keys(int terminal);

/// Whether the other side of the terminal is gone.
int shim_hung_up(int terminal);

/// The size the terminal driver knows, or zeros.
void shim_window_size(int terminal, int *rows, int *columns);

/// `newterm` on standard output and input, without the signal handlers it installs: signals belong to the
/// event loop, and ncurses' handler for SIGINT would end the program.
SCREEN *shim_open_screen(const char *type);

#endif
