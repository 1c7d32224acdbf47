package norrhub.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An account's mails as files: one for each mail, in {@code new} as it comes in and in {@code cur}
 * once a session has seen it.
 */
record Maildir(Path folder, UserPrincipal owner) {
  /** Marked as deleted, and not expunged yet. */
  private static final Pattern TRASHED = Pattern.compile(".*:2,[A-Z]*T[A-Za-z]*");

  void create() throws IOException {
    for (Path part :
        List.of(folder, folder.resolve("tmp"), folder.resolve("new"), folder.resolve("cur"))) {
      Files.setOwner(Files.createDirectory(part), owner);
    }
  }

  /** The server numbers mails by the time in their names. */
  void deliver(String mail) throws IOException {
    Instant now = Instant.now();
    String name = "%d.M%06d.norrhub".formatted(now.getEpochSecond(), now.getNano() / 1000);
    byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    Path written = Files.write(folder.resolve("tmp").resolve(name), bytes);
    Files.setOwner(written, owner);
    Files.move(written, folder.resolve("new").resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** First {@code new}: a mail that goes to {@code cur} meanwhile is counted twice, not missed. */
  int waiting() throws IOException {
    return count("new") + count("cur");
  }

  private int count(String part) throws IOException {
    try (Stream<Path> mails = Files.list(folder.resolve(part))) {
      return (int)
          mails.filter(mail -> !TRASHED.matcher(mail.getFileName().toString()).matches()).count();
    }
  }
}
