package norrhub.route;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import norrhub.fetch.NamePattern;
import norrhub.fetch.RestingFiles;
import norrhub.fetch.SafeName;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.partner.After;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.SftpSource;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** Sees every name of one feed's folder at every poll, and lets through what is to be fetched. */
final class SftpListing implements GenericFileFilter<Object> {
  static final NoticeKind UNSAFE_NAME =
      new NoticeKind(
          "unsafe-file-name",
          Severity.WARNING,
          "The file name [{value}] is not fetched: it holds path separators, controls or unusual"
              + " signs. Use letters, digits, spaces and ._+,=@()-",
          "Filnamnet [{value}] hämtas inte: det innehåller sökvägstecken, styrtecken eller ovanliga"
              + " tecken. Använd bokstäver, siffror, mellanslag och ._+,=@()-");
  static final NoticeKind FILE_TOO_LARGE =
      new NoticeKind(
          "file-too-large",
          Severity.WARNING,
          "The file {field} is not fetched: it is too large ({value}). Split it, or ask the hub's"
              + " admin to raise norrhub.limits.file",
          "Filen {field} hämtas inte: den är för stor ({value}). Dela upp den, eller be navets"
              + " administratör att höja norrhub.limits.file");

  private final Partner partner;
  private final Feed feed;
  private final SftpSource source;
  private final NamePattern wanted;
  private final Duration settle;
  private final RestingFiles resting;
  private final SftpDesk desk;
  private final Set<String> present = new HashSet<>();
  private final Set<String> refused = new HashSet<>();

  SftpListing(Partner partner, Feed feed, SftpSource source, Duration settle, SftpDesk desk) {
    this.partner = partner;
    this.feed = feed;
    this.source = source;
    this.wanted = new NamePattern(source.files());
    // A done-file is the proof; without one, time is.
    this.settle = source.doneFile().isPresent() ? Duration.ZERO : settle;
    this.resting = new RestingFiles(this.settle);
    this.desk = desk;
  }

  Partner partner() {
    return partner;
  }

  Feed feed() {
    return feed;
  }

  /** What tells this file from others of the same name, without its content. */
  static String identity(GenericFile<?> file) {
    return "%s|%d|%d"
        .formatted(file.getFileNameOnly(), file.getFileLength(), file.getLastModified());
  }

  @Override
  public boolean accept(GenericFile<Object> file) {
    String name = file.getFileNameOnly();
    if (file.isDirectory()) {
      return false;
    }
    if (!SafeName.is(name)) {
      refuse(file, UNSAFE_NAME, name);
      return false;
    }
    present.add(name);
    if (!wanted.matches(name)) {
      return false;
    }
    if (desk.isTooLarge(file.getFileLength())) {
      refuse(file, FILE_TOO_LARGE, "%,d bytes".formatted(file.getFileLength()));
    }
    return !refused.contains(identity(file)) && rests(file) && !isHad(file);
  }

  /** Tells the ledger why a file is no delivery, and does not fetch it while it stays as it is. */
  void refuse(GenericFile<?> file, NoticeKind why, String value) {
    if (refused.add(identity(file))) {
      desk.refused(this, file.getFileNameOnly(), why, value);
    }
  }

  /** The names of the poll that has just ended; forgets them. */
  Set<String> names() {
    Set<String> names = Set.copyOf(present);
    resting.keepOnly(names);
    present.clear();
    return names;
  }

  private boolean rests(GenericFile<?> file) {
    Instant now = desk.now();
    boolean rests =
        resting.rests(file.getFileNameOnly(), file.getFileLength(), file.getLastModified(), now);
    if (!rests) {
      desk.comeBack(feed.id(), settle);
    }
    return rests;
  }

  /** Where nothing may be moved, the ledger says what was fetched before. */
  private boolean isHad(GenericFile<?> file) {
    return source.after() == After.LEAVE && desk.holds(feed.id(), identity(file));
  }
}
