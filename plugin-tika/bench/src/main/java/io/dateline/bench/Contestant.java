package io.dateline.bench;

/** Something that makes text, fields or places of a page. Used by one thread. */
@FunctionalInterface
interface Contestant {

  /**
   * Reads one page.
   *
   * @param page bytes of an HTML page in UTF-8
   * @return whatever came out, so that nothing is optimised away
   */
  Object read(byte[] page) throws Exception;
}
