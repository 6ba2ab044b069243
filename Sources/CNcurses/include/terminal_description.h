// The terminal's terminfo description, read by name. Apart from shim.h because term.h defines every
// capability as a macro (`lines`, `columns`, `bell` ...).
#ifndef BROADSHEET_TERMINAL_DESCRIPTION_H
#define BROADSHEET_TERMINAL_DESCRIPTION_H

/// Makes the description of a terminal type the current one.
/// Returns 1, 0 (no such type, or one too generic to draw on) or -1 (no terminfo database).
int description_load(const char *type, int terminal);

/// Forgets the current description. Never while a screen is open: it belongs to the screen then.
void description_unload(void);

/// The value of a capability of the current description: 1 or 0; -1 if absent; NULL if absent.
int description_flag(const char *name);
int description_number(const char *name);
const char *description_string(const char *name);

/// A capability string with its parameters filled in; valid until the next call.
const char *description_format(const char *capability, int first, int second);

#endif
