package norrhub.sandbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What the partners send by themselves, once. The same files lie in {@code try} for whoever wants
 * to change and send them again.
 */
final class FirstDay {
  static final String REGION = "region-norrbotten.xml";
  static final String STEGRA = "stegra.json";
  static final String KRAFT = "skelleftea-kraft.csv";
  private static final Charset EXCEL = Charset.forName("windows-1252");

  private final Path tries;
  private final Path done;
  private final Seeds seeds;

  FirstDay(Path folder, Seeds seeds) {
    this.tries = folder.resolve("try");
    this.done = folder.resolve("first-day-is-over");
    this.seeds = seeds;
  }

  void begin(Path drop, Path jobs, MailStandIn mail) throws IOException, MessagingException {
    if (isOver()) {
      return;
    }
    Path region = write(tries.resolve(REGION), seeds.read(REGION, StandardCharsets.UTF_8));
    Files.copy(region, drop.resolve(REGION), StandardCopyOption.REPLACE_EXISTING);
    write(jobs, seeds.read(STEGRA, StandardCharsets.UTF_8));
    byte[] table = seeds.read(KRAFT, EXCEL);
    write(tries.resolve(KRAFT), table);
    mail.send("hr@skekraft.se", "Lediga tjänster", "Lediga tjänster.csv", table);
  }

  /** Where the copies lie. */
  Path folder() {
    return tries;
  }

  boolean isOver() {
    return Files.exists(done);
  }

  /** All of it is in the hub: a later start sends nothing. */
  void end() throws IOException {
    Files.writeString(done, "The partners have sent what they send by themselves.\n");
  }

  private static Path write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }
}
