package norrhub.faults;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * One thing that a partner sent: a file, a mail, one version of an HTTP list.
 *
 * @param line inputs of one feed, or of one file name, whose order counts
 * @param number in that line
 * @param name by which the ledger tells people of it
 * @param hashes SHA-256 of each of its parts
 * @param poison unreadable on purpose: it has to be recorded, and to do no harm
 */
record Input(
    String feed, String line, int number, String name, List<String> hashes, boolean poison) {
  Input {
    hashes = List.copyOf(hashes);
  }

  static String hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }

  static String hash(byte[] bytes) {
    return DigestUtils.sha256Hex(bytes);
  }

  @Override
  public String toString() {
    return "%s %d (%s%s)".formatted(line, number, name, poison ? ", poison" : "");
  }
}
