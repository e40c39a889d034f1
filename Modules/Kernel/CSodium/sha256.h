// SHA-256 (FIPS 180-4) by the processor's own instructions, where it has them: the libsodium of Debian 12 hashes in
// portable C, at a seventh of the speed, and hashing is most of what the ledger does.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

/// Whether this processor has the instructions. Asks it each time; keep the answer.
static inline int hamyar_has_sha256(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSE4_1) || !(c & bit_SSSE3)) return 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

// FIPS 180-4, 4.2.2.
static const uint32_t hamyar_sha256_constants[64] __attribute__((aligned(16))) = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

// The instructions keep the eight working words as a, b, e, f and c, d, g, h, the first named highest.
__attribute__((target("sha,sse4.1,ssse3"))) static inline void hamyar_sha256_blocks(
    __m128i *abef, __m128i *cdgh, const uint8_t *at, size_t blocks) {
  const __m128i big_endian = _mm_set_epi8(12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3);
  for (; blocks > 0; blocks--, at += 64) {
    __m128i first = *abef, second = *cdgh, w[4];
#pragma clang loop unroll(full)
    for (int quad = 0; quad < 16; quad++) {
      const int here = quad & 3;
      if (quad < 4) {
        w[here] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)at + quad), big_endian);
      } else {
        // Four further words of the schedule, from the sixteen before them.
        const __m128i last = w[(quad + 3) & 3];
        const __m128i seventh = _mm_alignr_epi8(last, w[(quad + 2) & 3], 4);
        const __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(w[here], w[(quad + 1) & 3]), seventh);
        w[here] = _mm_sha256msg2_epu32(sum, last);
      }
      const __m128i k = _mm_load_si128((const __m128i *)hamyar_sha256_constants + quad);
      const __m128i words = _mm_add_epi32(w[here], k);
      second = _mm_sha256rnds2_epu32(second, first, words);
      first = _mm_sha256rnds2_epu32(first, second, _mm_shuffle_epi32(words, 0x0E));
    }
    *abef = _mm_add_epi32(*abef, first);
    *cdgh = _mm_add_epi32(*cdgh, second);
  }
}

/// The 32-byte digest of a message. Only where `hamyar_has_sha256`.
__attribute__((target("sha,sse4.1,ssse3"))) static inline void hamyar_sha256(
    uint8_t *digest, const uint8_t *message, size_t count) {
  // FIPS 180-4, 5.3.3.
  __m128i abef = _mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f, (int)0x9b05688c);
  __m128i cdgh = _mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19);
  const size_t whole = count / 64, rest = count % 64;
  hamyar_sha256_blocks(&abef, &cdgh, message, whole);
  uint8_t tail[128] = {0};
  if (rest > 0) memcpy(tail, message + 64 * whole, rest);
  tail[rest] = 0x80;
  const size_t tail_blocks = rest < 56 ? 1 : 2;
  for (int byte = 0; byte < 8; byte++) tail[64 * tail_blocks - 1 - byte] = (uint8_t)((uint64_t)count << 3 >> (8 * byte));
  hamyar_sha256_blocks(&abef, &cdgh, tail, tail_blocks);
  const uint32_t words[8] = {
      (uint32_t)_mm_extract_epi32(abef, 3), (uint32_t)_mm_extract_epi32(abef, 2), (uint32_t)_mm_extract_epi32(cdgh, 3),
      (uint32_t)_mm_extract_epi32(cdgh, 2), (uint32_t)_mm_extract_epi32(abef, 1), (uint32_t)_mm_extract_epi32(abef, 0),
      (uint32_t)_mm_extract_epi32(cdgh, 1), (uint32_t)_mm_extract_epi32(cdgh, 0)};
  for (int word = 0; word < 8; word++) {
    const uint32_t big = __builtin_bswap32(words[word]);
    memcpy(digest + 4 * word, &big, 4);
  }
}

#else

static inline int hamyar_has_sha256(void) { return 0; }
static inline void hamyar_sha256(uint8_t *digest, const uint8_t *message, size_t count) {
  (void)message, (void)count;
  memset(digest, 0, 32);
}

#endif
