// FriBidi, and the macros of it that Swift cannot import.
#include <fribidi/fribidi.h>

enum { SHIM_MIRROR_AND_JOIN = FRIBIDI_FLAG_SHAPE_MIRRORING | FRIBIDI_FLAGS_ARABIC };

static inline FriBidiParType shim_paragraph_type(int is_right_to_left) {
  return is_right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
}

// 1 for a letter that is read from the left, -1 for one from the right, 0 for what has no direction of its own.
static inline int shim_direction(FriBidiChar character) {
  FriBidiCharType type = fribidi_get_bidi_type(character);
  return !FRIBIDI_IS_LETTER(type) ? 0 : FRIBIDI_IS_RTL(type) ? -1 : 1;
}
