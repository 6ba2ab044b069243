// Where lines may break, as GNU libunistring knows it.
#include <unilbrk.h>

// The function's name is a macro, which Swift does not see.
static inline void shim_line_breaks(const uint8_t *text, size_t count, char *breaks) {
  u8_possible_linebreaks(text, count, "UTF-8", breaks);
}
