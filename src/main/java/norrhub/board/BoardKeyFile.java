package norrhub.board;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.config.LoadResult;
import norrhub.platform.DurableFile;

/**
 * Gives a board's file a new key. It changes the one place and leaves comments and layout alone;
 * what comes out is read as the hub will read it before it replaces the file.
 */
public final class BoardKeyFile {
  private static final int KEY_BYTES = 32;
  private static final Pattern KEYS = Pattern.compile("(?m)^keys:[ \\t]*(\\[])?[ \\t]*(#.*)?$");
  private static final Pattern ITEM = Pattern.compile("(?m)\\G(?:\\s*#.*\\R|\\s*\\R)*([ ]*)- ");

  private final ConfigFiles files;
  private final RandomGenerator random;

  public BoardKeyFile(ConfigFiles files, RandomGenerator random) {
    this.files = files;
    this.random = random;
  }

  /**
   * Writes the hash of a new key into the file.
   *
   * @return the key, which is kept nowhere
   * @throws Refused when the file has faults, is public, has two keys, or is written in a way that
   *     cannot be changed safely
   */
  public String add(Path file) throws IOException {
    String text = Files.readString(file);
    BoardFile before = read(file, text);
    if (before.access() == Access.PUBLIC) {
      throw new Refused(file + " is public: nobody needs a key to read it");
    }
    if (before.keys().size() == 2) {
      throw new Refused(file + " has two keys: take out the one that nobody uses any more");
    }
    String key = key();
    String hash = KeyHash.of(key).text();
    String after = with(hash, text, file);
    if (!read(file, after).keys().contains(hash)) {
      throw new Refused(file + " writes its keys in a way I dare not change: add - " + hash);
    }
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    DurableFile.write(draft, out -> out.write(after.getBytes(StandardCharsets.UTF_8)));
    DurableFile.rename(draft, file);
    return key;
  }

  private String key() {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private BoardFile read(Path file, String text) {
    LoadResult<BoardFile> loaded = files.read(file, text, BoardFile.class);
    Optional<BoardFile> board = loaded.value();
    List<String> faults = loaded.faults().stream().map(Fault::toString).toList();
    return board.orElseThrow(() -> new Refused(String.join("\n", faults)));
  }

  private static String with(String hash, String text, Path file) {
    Matcher keys = KEYS.matcher(text);
    if (!keys.find()) {
      if (text.lines().anyMatch(line -> line.startsWith("keys:"))) {
        throw new Refused(file + " writes its keys in one line: write them below each other");
      }
      return text.stripTrailing() + "\nkeys:\n  - " + hash + "\n";
    }
    String head = text.substring(0, keys.start());
    String tail = text.substring(keys.end());
    Matcher item = ITEM.matcher(tail);
    String indent = item.find() ? item.group(1) : "  ";
    String line = keys.group().replace("[]", "").stripTrailing();
    return head + line + "\n" + indent + "- " + hash + tail;
  }

  /** The file stays as it is; the message says why. */
  public static final class Refused extends RuntimeException {
    Refused(String why) {
      super(why, null, false, false);
    }
  }
}
