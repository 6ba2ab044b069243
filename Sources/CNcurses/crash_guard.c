#define _GNU_SOURCE
#include "crash_guard.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static const int crash_signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS, SIGQUIT};
enum { signal_count = sizeof crash_signals / sizeof *crash_signals };

// Written only while disarmed, read by the handler only while armed.
static struct {
  volatile sig_atomic_t armed;
  pid_t process;
  int terminal;
  struct termios modes;
  char reset[1024];
  size_t reset_length;
  int captured;
  int standard_error;
  char notice[256];
  struct sigaction before[signal_count];
} guard;

// A stack overflow leaves no stack to handle it on.
static char signal_stack[64 * 1024];

static void write_all(int file, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written < 0 && errno != EINTR) return;
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
}

int crash_guard_memory_file(void) { return memfd_create("standard error", MFD_CLOEXEC); }

void crash_guard_copy(int captured, int standard_error) {
  char bytes[1024];
  const off_t limit = 64 * 1024;
  off_t end = lseek(captured, 0, SEEK_END);
  off_t offset = end > limit ? end - limit : 0;
  for (;;) {
    ssize_t count = pread(captured, bytes, sizeof bytes, offset);
    if (count <= 0) return;
    write_all(standard_error, bytes, (size_t)count);
    offset += count;
  }
}

// A child that was forked and has not become another program has no say over the terminal.
static int give_back(void) {
  if (!guard.armed || guard.process != getpid()) return 0;
  guard.armed = 0;
  write_all(guard.terminal, guard.reset, guard.reset_length);
  tcsetattr(guard.terminal, TCSANOW, &guard.modes);
  if (guard.captured >= 0) {
    dup2(guard.standard_error, STDERR_FILENO);
    crash_guard_copy(guard.captured, STDERR_FILENO);
  }
  return 1;
}

static void write_notice(int signal_number) {
  char text[] = " (signal 00)\n";
  text[9] = (char)('0' + signal_number / 10 % 10);
  text[10] = (char)('0' + signal_number % 10);
  write_all(STDERR_FILENO, guard.notice, strlen(guard.notice));
  write_all(STDERR_FILENO, text, sizeof text - 1);
}

static void crash(int signal_number) {
  if (give_back()) write_notice(signal_number);
  struct sigaction by_default = {.sa_handler = SIG_DFL};
  sigaction(signal_number, &by_default, NULL);
  raise(signal_number);
}

static void leave(void) { give_back(); }

static void install(void) {
  stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
  sigaltstack(&stack, NULL);
  // The signal itself stays open in its handler (SA_NODEFER), so that raise() ends us there and then.
  struct sigaction action = {.sa_handler = crash, .sa_flags = SA_ONSTACK | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < signal_count; i++) sigaction(crash_signals[i], &action, &guard.before[i]);
  static int registered = 0;
  if (!registered) registered = atexit(leave) == 0;
}

void crash_guard_arm(
    int terminal, const struct termios *modes, const char *reset, size_t reset_length, int captured,
    int standard_error, const char *notice) {
  crash_guard_disarm();
  guard.process = getpid();
  guard.terminal = terminal;
  guard.modes = *modes;
  guard.reset_length = reset_length < sizeof guard.reset ? reset_length : 0;
  memcpy(guard.reset, reset, guard.reset_length);
  guard.captured = captured;
  guard.standard_error = standard_error;
  strncpy(guard.notice, notice, sizeof guard.notice - 1);
  install();
  guard.armed = 1;
}

void crash_guard_disarm(void) {
  if (!guard.armed) return;
  guard.armed = 0;
  for (int i = 0; i < signal_count; i++) sigaction(crash_signals[i], &guard.before[i], NULL);
}
