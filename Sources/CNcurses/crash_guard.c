#define _GNU_SOURCE
#include "crash_guard.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static const int crash_signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS, SIGQUIT};
enum { signal_count = sizeof crash_signals / sizeof *crash_signals };

/// What a handler needs to give the terminal back.
struct guarded {
  pid_t process;
  /// The thread that draws.
  pthread_t thread;
  int terminal;
  struct termios modes;
  char reset[1024];
  size_t reset_length;
  int captured;
  int standard_error;
  char notice[256];
};

// One is filled while the other is in use. Whoever takes the pointer away gives the terminal back, and nobody else.
static struct guarded slots[2];
static struct guarded *_Atomic armed;
static struct guarded *last;
static struct sigaction before[signal_count];

// The thread that ends the program; 0 until one does.
static _Atomic pthread_t ending;
// Whether the thread that draws has stopped.
static _Atomic int is_drawing_stopped;

/// How long a terminal that takes nothing is waited for, and a thread that does not stop drawing, in milliseconds.
enum { patience = 200 };

/// Writes as much as the file takes; returns whether that is all.
static int write_all(int file, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written >= 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (errno == EAGAIN) {
      struct pollfd room = {.fd = file, .events = POLLOUT};
      if (poll(&room, 1, patience) <= 0) return 0;
    } else if (errno != EINTR) {
      return 0;
    }
  }
  return 1;
}

int crash_guard_memory_file(void) { return memfd_create("standard error", MFD_CLOEXEC); }

void crash_guard_copy(int captured, int standard_error) {
  char bytes[1024];
  const off_t limit = 64 * 1024;
  off_t end = lseek(captured, 0, SEEK_END);
  // Read rather than pread, which signal-safety(7) does not list. Nobody writes to it any more.
  lseek(captured, end > limit ? end - limit : 0, SEEK_SET);
  for (;;) {
    ssize_t count = read(captured, bytes, sizeof bytes);
    if (count <= 0) return;
    write_all(standard_error, bytes, (size_t)count);
  }
}

/// Stops the calling thread if another one ends the program: both at once would be in each other's way.
static void end_alone(void) {
  pthread_t none = 0;
  if (atomic_compare_exchange_strong(&ending, &none, pthread_self()) || pthread_equal(none, pthread_self())) return;
  if (pthread_equal(last->thread, pthread_self())) atomic_store(&is_drawing_stopped, 1);
  for (;;) pause();
}

/// Stops the thread that draws, so that nothing it was about to write comes after the terminal was given back.
static void stop_drawing(const struct guarded *guard) {
  if (pthread_equal(guard->thread, pthread_self())) return;
  // Its handler finds that another thread ends the program.
  if (pthread_kill(guard->thread, SIGSYS) != 0) return;
  for (int waited = 0; waited < patience && !atomic_load(&is_drawing_stopped); waited++) poll(NULL, 0, 1);
}

int crash_guard_give_back(void) {
  end_alone();
  struct guarded *guard = atomic_exchange(&armed, NULL);
  // A child that was forked and has not become another program has no say over the terminal.
  if (guard == NULL || guard->process != getpid()) return 0;
  stop_drawing(guard);
  if (!write_all(guard->terminal, guard->reset, guard->reset_length)) {
    // What the terminal has not taken so far it never needs to show.
    tcflush(guard->terminal, TCOFLUSH);
    write_all(guard->terminal, guard->reset, guard->reset_length);
  }
  tcsetattr(guard->terminal, TCSANOW, &guard->modes);
  if (guard->captured >= 0) {
    dup2(guard->standard_error, STDERR_FILENO);
    crash_guard_copy(guard->captured, STDERR_FILENO);
  }
  return 1;
}

static void write_notice(const char *notice, int signal_number) {
  char text[] = " (signal 00)\n";
  text[9] = (char)('0' + signal_number / 10 % 10);
  text[10] = (char)('0' + signal_number % 10);
  write_all(STDERR_FILENO, notice, strlen(notice));
  write_all(STDERR_FILENO, text, sizeof text - 1);
}

void crash_guard_end_by(int signal_number) {
  struct sigaction by_default = {.sa_handler = SIG_DFL};
  sigset_t only;
  sigaction(signal_number, &by_default, NULL);
  sigemptyset(&only);
  sigaddset(&only, signal_number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(signal_number);
}

static void crash(int signal_number) {
  struct guarded *guard = atomic_load(&armed);
  if (crash_guard_give_back() && guard != NULL) write_notice(guard->notice, signal_number);
  crash_guard_end_by(signal_number);
}

static void leave(void) { crash_guard_give_back(); }

void crash_guard_protect_thread(void) {
  static _Thread_local char bytes[16 * 1024];
  stack_t stack = {.ss_sp = bytes, .ss_size = sizeof bytes};
  sigaltstack(&stack, NULL);
}

static void install(void) {
  crash_guard_protect_thread();
  // The signal itself stays open in its handler (SA_NODEFER), so that raise() ends us there and then.
  struct sigaction action = {.sa_handler = crash, .sa_flags = SA_ONSTACK | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < signal_count; i++) sigaction(crash_signals[i], &action, &before[i]);
  static int registered = 0;
  if (!registered) registered = atexit(leave) == 0;
}

void crash_guard_arm(
    int terminal, const struct termios *modes, const char *reset, size_t reset_length, int captured,
    int standard_error, const char *notice) {
  struct guarded *guard = last == &slots[0] ? &slots[1] : &slots[0];
  *guard = (struct guarded){
      .process = getpid(),
      .thread = pthread_self(),
      .terminal = terminal,
      .modes = *modes,
      .reset_length = reset_length < sizeof guard->reset ? reset_length : 0,
      .captured = captured,
      .standard_error = standard_error,
  };
  memcpy(guard->reset, reset, guard->reset_length);
  strncpy(guard->notice, notice, sizeof guard->notice - 1);
  if (atomic_load(&armed) == NULL) install();
  last = guard;
  atomic_store(&armed, guard);
}

void crash_guard_disarm(void) {
  if (atomic_exchange(&armed, NULL) == NULL) return;
  for (int i = 0; i < signal_count; i++) sigaction(crash_signals[i], &before[i], NULL);
}
