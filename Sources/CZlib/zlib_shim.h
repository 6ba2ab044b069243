// zlib, and the macros of it that Swift cannot import.
#include <zlib.h>

// 0 when the stream is ready. `window_bits` as inflateInit2 has it.
static inline int shim_inflate_init(z_stream *stream, int window_bits) { return inflateInit2(stream, window_bits); }
