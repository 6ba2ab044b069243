// What Swift needs of the C library and cannot import by itself, around a terminal.
#ifndef BROADSHEET_SHIM_H
#define BROADSHEET_SHIM_H

#include <stdint.h>
#include <termios.h>

/// Columns that a character takes in the opinion of the C library; -1 if it cannot be shown.
int shim_columns_of(uint32_t character);

/// Uses the locale of the environment, with characters in UTF-8 whatever it says. Everything later depends
/// on it: the C library is asked how wide a character is.
void shim_use_locale(void);

/// Makes the modes for reading single keys out of a shell's: all eight bits, ^S, ^Q, ^V, ^O and ^Z are let through,
/// nothing is echoed, output is sent as it is, and reading never waits.
///
/// ^C and ^\ stay signals. ^Z does not: the driver would stop a script around the program too, at once, and
/// the shell would get a terminal that is not yet given back.
void shim_make_raw(struct termios *modes);

/// Whether two modes are the same.
int shim_same_modes(const struct termios *one, const struct termios *other);

/// The size the terminal driver knows, or zeros.
void shim_window_size(int terminal, int *rows, int *columns);

/// A descriptor of its own for the terminal behind `output`, on which writing never waits; the mode of `output` itself,
/// which other programs share, stays. A plain copy of `output` where that cannot be had; -1 if nothing can.
int shim_open_for_writing(int output);

#endif
