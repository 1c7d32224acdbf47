package norrhub.delivery.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks for sequences of bytes in a file of any size. */
final class ByteSearch {
  private static final int AT_ONCE = 1 << 20;

  private ByteSearch() {}

  static boolean holds(Path file, List<byte[]> sequences) throws IOException {
    int longest = sequences.stream().mapToInt(s -> s.length).max().orElse(0);
    byte[] window = new byte[AT_ONCE + longest];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.readNBytes(window, 0, AT_ONCE); read > 0; ) {
        int length = kept + read;
        for (byte[] sequence : sequences) {
          if (holds(window, length, sequence)) {
            return true;
          }
        }
        kept = Math.min(longest, length);
        System.arraycopy(window, length - kept, window, 0, kept);
        read = in.readNBytes(window, kept, AT_ONCE);
      }
    }
    return false;
  }

  private static boolean holds(byte[] window, int length, byte[] sequence) {
    for (int at = 0; at <= length - sequence.length; at++) {
      int same = 0;
      while (same < sequence.length && window[at + same] == sequence[same]) {
        same++;
      }
      if (same == sequence.length) {
        return sequence.length > 0;
      }
    }
    return false;
  }
}
