/// Finds a text in bytes, whatever form it has there: UTF-8, UTF-16, hexadecimal digits, base64,
/// percent-encoding, compressed, under XOR with a short key, under ROT-n.
///
///     text → Scans (one per family of forms) → hits in a block of bytes
///
/// Knows bytes only: where a block comes from (a capture, a log) is for the caller to know. Every scan skips
/// ahead as Horspool's search does (Wu and Manber 1994 for many patterns at once), so that all forms together
/// cost little more than one.
///
/// Specifications: RFC 4648 (base16, base64), RFC 3986 section 2.1 (percent-encoding), RFC 1950 (zlib),
/// RFC 1951 (deflate), RFC 1952 (gzip). Takes bytes as arguments, starts no thread.
@NullMarked
package eavesdrop.search;

import org.jspecify.annotations.NullMarked;
