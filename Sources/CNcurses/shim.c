#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE
#include "shim.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

int shim_columns_of(uint32_t character) { return wcwidth((wchar_t)character); }

void shim_use_locale(void) {
  static const char *const fallbacks[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};
  setlocale(LC_CTYPE, "");
  for (size_t i = 0; i < sizeof fallbacks / sizeof *fallbacks; i++) {
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
    setlocale(LC_CTYPE, fallbacks[i]);
  }
}

void shim_make_raw(struct termios *modes) {
  modes->c_iflag &= ~(tcflag_t)(IXON | IXOFF | ISTRIP | INLCR | IGNCR | ICRNL);
  modes->c_oflag &= ~(tcflag_t)OPOST;
  modes->c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
  modes->c_lflag |= ISIG;
  modes->c_cc[VSUSP] = _POSIX_VDISABLE;
  modes->c_cc[VMIN] = 0;
  modes->c_cc[VTIME] = 0;
}

int shim_same_modes(const struct termios *one, const struct termios *other) {
  return one->c_iflag == other->c_iflag && one->c_oflag == other->c_oflag && one->c_cflag == other->c_cflag &&
         one->c_lflag == other->c_lflag && memcmp(one->c_cc, other->c_cc, sizeof one->c_cc) == 0;
}

void shim_window_size(int terminal, int *rows, int *columns) {
  struct winsize size = {0};
  int known = ioctl(terminal, TIOCGWINSZ, &size) == 0;
  *rows = known ? size.ws_row : 0;
  *columns = known ? size.ws_col : 0;
}

int shim_open_for_writing(int output) {
  enum { flags = O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC };
  char path[32];
  snprintf(path, sizeof path, "/proc/self/fd/%d", output);
  int file = open(path, flags);
  // Somebody else's terminal, as after su(1), may be opened under this name only.
  if (file < 0 && tcgetpgrp(output) >= 0) file = open("/dev/tty", flags);
  return file < 0 ? fcntl(output, F_DUPFD_CLOEXEC, 3) : file;
}
