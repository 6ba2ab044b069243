#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE
#include "shim.h"

#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

int shim_columns_of(uint32_t character) { return wcwidth((wchar_t)character); }

void shim_use_locale(void) {
  static const char *const fallbacks[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};
  setlocale(LC_ALL, "");
  for (size_t i = 0; i < sizeof fallbacks / sizeof *fallbacks; i++) {
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
    setlocale(LC_CTYPE, fallbacks[i]);
  }
}

void shim_pass_all_keys(int terminal) {
  struct termios modes;
  if (tcgetattr(terminal, &modes) != 0) return;
  modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF | ISTRIP | INLCR | IGNCR);
  modes.c_oflag &= ~(tcflag_t)ONLCR;
  modes.c_lflag &= ~(tcflag_t)IEXTEN;
  modes.c_cc[VSUSP] = _POSIX_VDISABLE;
  tcsetattr(terminal, TCSADRAIN, &modes);
  def_prog_mode();
}

int shim_hung_up(int terminal) {
  struct pollfd state = {.fd = terminal, .events = POLLIN};
  return poll(&state, 1, 0) > 0 && (state.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

void shim_window_size(int terminal, int *rows, int *columns) {
  struct winsize size = {0};
  int known = ioctl(terminal, TIOCGWINSZ, &size) == 0;
  *rows = known ? size.ws_row : 0;
  *columns = known ? size.ws_col : 0;
}

static void nothing(int signal_number) { (void)signal_number; }

SCREEN *shim_open_screen(const char *type) {
  static const int signals[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
  enum { count = sizeof signals / sizeof *signals };
  struct sigaction actions[count];
  for (int i = 0; i < count; i++) sigaction(signals[i], NULL, &actions[i]);
  // Unless it finds a handler here, ncurses ignores SIGTSTP for a moment at every update, and what is ignored
  // even for a moment is lost, also for a signalfd.
  struct sigaction own = {.sa_handler = nothing, .sa_flags = SA_RESTART};
  sigaction(SIGTSTP, &own, NULL);
  fflush(stdout);
  // The window's size comes from the driver, not from LINES and COLUMNS of some earlier window.
  use_env(FALSE);
  use_tioctl(TRUE);
  SCREEN *screen = newterm(type, stdout, stdin);
  for (int i = 0; i < count; i++) sigaction(signals[i], &actions[i], NULL);
  return screen;
}
