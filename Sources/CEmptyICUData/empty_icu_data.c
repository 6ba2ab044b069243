#include <stdint.h>

// An ICU data library without items, in ICU's common data format ("CmnD", ICU User Guide, "ICU Data"). ICU's own
// build links such a library ("stubdata") where no data is wanted.
//
// Foundation, which GRDB needs, brings ICU, and a static program gets all of ICU's data with it: 34 MB of
// calendars, names and collations, of which Broadsheet uses nothing. A program that defines the symbol itself does
// not get Foundation's. With a toolchain whose ICU has another version the name is another, and the program works
// as well, at twice the size.

struct empty_icu_data {
  uint16_t header_size;
  uint8_t magic[2];
  uint16_t info_size, reserved_word;
  uint8_t is_big_endian, charset_family, size_of_char, reserved_byte;
  uint8_t format[4], format_version[4], data_version[4];
  uint8_t padding[8];
  uint32_t item_count;
};

__attribute__((aligned(16))) const struct empty_icu_data icudt76_dat = {
    .header_size = 32,
    .magic = {0xDA, 0x27},
    .info_size = 20,
    .is_big_endian = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__,
    .size_of_char = 2,
    .format = {'C', 'm', 'n', 'D'},
    .format_version = {1, 0, 0, 0},
    .item_count = 0,
};
