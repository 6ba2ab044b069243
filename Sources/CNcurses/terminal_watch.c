#define _GNU_SOURCE
#include "terminal_watch.h"

#include "crash_guard.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <time.h>

/// In milliseconds.
enum {
  step = 50,
  /// How long the event loop has for an answer. ^C may be meant for a line that is being typed, and can wait.
  patience = 750,
  patience_for_interrupt = 3000,
};

static struct {
  int terminal;
  int signals;
  _Atomic enum terminal_owner owner;
} watched;

void terminal_watch_set_owner(enum terminal_owner owner) { atomic_store(&watched.owner, owner); }

static int is_terminal_gone(void) {
  struct pollfd state = {.fd = watched.terminal};
  return poll(&state, 1, 0) > 0 && (state.revents & (POLLHUP | POLLERR)) != 0;
}

/// A signal that ends programs and has not been looked at; 0 if there is none.
static int waiting_signal(enum terminal_owner owner) {
  static const int harmless[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGCHLD, SIGURG, SIGTTIN, SIGTTOU};
  sigset_t pending;
  sigpending(&pending);
  for (unsigned i = 0; i < sizeof harmless / sizeof *harmless; i++) sigdelset(&pending, harmless[i]);
  if (owner == terminal_lent) return sigismember(&pending, SIGHUP) ? SIGHUP : 0;
  for (int number = 1; number <= SIGRTMAX; number++)
    if (number != SIGINT && sigismember(&pending, number) > 0) return number;
  return sigismember(&pending, SIGINT) ? SIGINT : 0;
}

/// Gives the event loop its time to answer; returns the signal to end by if it does not.
static int signal_without_answer(void) {
  static const struct timespec pause = {.tv_nsec = step * 1000 * 1000};
  for (int waited = 0;; waited += step) {
    enum terminal_owner owner = atomic_load(&watched.owner);
    int number = is_terminal_gone() ? SIGHUP : waiting_signal(owner);
    if (owner == terminal_released || number == 0) break;
    if (waited >= (number == SIGINT ? patience_for_interrupt : patience)) return number;
    nanosleep(&pause, NULL);
  }
  // What was left for the event loop would wake this thread again at once.
  nanosleep(&pause, NULL);
  return 0;
}

static void *watch(void *unused) {
  (void)unused;
  for (;;) {
    struct pollfd files[] = {{.fd = watched.terminal}, {.fd = watched.signals, .events = POLLIN}};
    if (poll(files, 2, -1) <= 0) continue;
    int number = signal_without_answer();
    if (number == 0) continue;
    crash_guard_give_back();
    crash_guard_end_by(number);
  }
  return NULL;
}

void terminal_watch_start(int terminal, int signals) {
  watched.terminal = terminal;
  watched.signals = signals;
  pthread_attr_t attributes;
  pthread_t thread;
  sigset_t all, mask;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &mask);
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, 128 * 1024);
  if (pthread_create(&thread, &attributes, watch, NULL) == 0) pthread_setname_np(thread, "terminal watch");
  pthread_attr_destroy(&attributes);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
}
