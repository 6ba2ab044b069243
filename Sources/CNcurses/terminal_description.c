#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

#include "terminal_description.h"

int description_load(const char *type, int terminal) {
  int status = -1;
  description_unload();
  // With a place for the status, setupterm reports instead of ending the program.
  int code = setupterm(type, terminal, &status);
  if (code == OK) return 1;
  return status < 0 ? -1 : 0;
}

void description_unload(void) {
  if (cur_term != NULL) del_curterm(cur_term);
}

int description_flag(const char *name) { return tigetflag(name) > 0; }

int description_number(const char *name) {
  int value = tigetnum(name);
  return value < 0 ? -1 : value;
}

const char *description_string(const char *name) {
  char *value = tigetstr(name);
  return value == (char *)-1 ? NULL : value;
}

const char *description_format(const char *capability, int first, int second) {
  return tiparm(capability, first, second);
}
