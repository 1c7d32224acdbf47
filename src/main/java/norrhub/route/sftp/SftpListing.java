package norrhub.route.sftp;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import norrhub.delivery.KnownFiles.Known;
import norrhub.fetch.FileNameGlob;
import norrhub.fetch.SafeFileName;
import norrhub.fetch.StableFiles;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.partner.After;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.SftpSource;
import norrhub.poll.Scope;
import norrhub.poll.SftpDirectory;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.GenericFileOperationFailedException;

/**
 * The polls of one feed's folder: sees every name, lets through what is to be fetched, and keeps to
 * the order in which the partner wrote it.
 */
public final class SftpListing implements GenericFileFilter<Object> {
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
                  + " admin to raise the limit",
              "Filen {field} hämtas inte: den är för stor ({value}). Dela upp den, eller be hubbens"
                  + " administratör att höja gränsen")
          .withAdminRemedy("Raise norrhub.limits.file.");
  static final NoticeKind FILE_UNREADABLE =
      new NoticeKind(
          "file-unreadable",
          Severity.ERROR,
          "The file {field} is rejected: it could not be fetched ({value}). Let the hub's account read"
              + " it, and put it there again",
          "Filen {field} avvisas: den gick inte att hämta ({value}). Ge hubbens konto läsrättighet och"
              + " lägg dit den igen");

  /** What changes for longer than this is not waited for: it may be somebody's log. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final Partner partner;
  private final Feed feed;
  private final SftpSource source;
  private final SftpDirectory directory;
  private final FileNameGlob wanted;
  private final Duration settle;
  private final StableFiles resting;
  private final SftpFileReceiver receiver;
  private final Set<String> refused = new HashSet<>();
  private final Unacknowledged unacknowledged = new Unacknowledged();
  private SftpPoll poll;
  private Optional<String> complaint = Optional.empty();

  SftpListing(
      Partner partner, Feed feed, SftpSource source, Duration settle, SftpFileReceiver receiver) {
    this.partner = partner;
    this.feed = feed;
    this.source = source;
    this.directory = new SftpDirectory(source.directory());
    this.wanted = new FileNameGlob(source.files());
    // A done-file is the proof; without one, time is.
    this.settle = source.doneFile().isPresent() ? Duration.ZERO : settle;
    this.resting = new StableFiles(this.settle);
    this.receiver = receiver;
    this.poll = new SftpPoll(source.directory(), new Known(Set.of(), Set.of()));
  }

  Partner partner() {
    return partner;
  }

  Feed feed() {
    return feed;
  }

  SftpSource source() {
    return source;
  }

  /** The folder's whole path, as the last poll found it. */
  String folder() {
    return poll.folder();
  }

  boolean isOurs() {
    return receiver.isOurs(this);
  }

  Instant now() {
    return receiver.now();
  }

  /** The done-file that belongs to a file, where the feed has such. */
  Optional<String> doneFile(String name) {
    return source.doneFile().map(pattern -> pattern.replace("${file}", name));
  }

  /** What tells this file from others of the same name, without its content. */
  static String identity(GenericFile<?> file) {
    return "%s|%d|%d"
        .formatted(file.getFileNameOnly(), file.getFileLength(), file.getLastModified());
  }

  /**
   * Begins a poll.
   *
   * @param login the folder in which the login ended
   * @return the folder that is polled
   */
  String begin(String login) {
    directory
        .objection(login)
        .ifPresent(
            why -> {
              throw new GenericFileOperationFailedException(why);
            });
    poll = new SftpPoll(directory.path(login), receiver.known(feed.id()));
    unacknowledged.begin();
    complaint = Optional.empty();
    return poll.folder();
  }

  @Override
  public boolean accept(GenericFile<Object> file) {
    String name = file.getFileNameOnly();
    if (file.isDirectory()) {
      return false;
    }
    if (!wanted.matches(name)) {
      if (!belongs(name)) {
        poll.unmatched(name);
      }
      return false;
    }
    if (!SafeFileName.is(name)) {
      refuseName(file, name);
      return false;
    }
    poll.present(name);
    if (poll.isReceived(identity(file))) {
      poll.had(name);
      if (source.after() != After.LEAVE) {
        unacknowledged.add(file);
      }
      return false;
    }
    if (receiver.isTooLarge(file.getFileLength())) {
      refuse(file, FILE_TOO_LARGE, "%,d bytes".formatted(file.getFileLength()));
    }
    return !refused.contains(identity(file)) && !poll.isRejected(identity(file)) && rests(file);
  }

  /** More than a poll takes lay there: the next one need not wait for its time. */
  void listed(int files, int most) {
    if (files > most) {
      receiver.comeBack(feed.id(), Duration.ZERO);
    }
  }

  /** Whether nothing that came before the file is still to be received. */
  boolean isTurnOf(GenericFile<?> file) {
    if (receiver.isStopped(this, file.getFileNameOnly())) {
      return false;
    }
    return !Scope.isFeed(feed) || poll.restlessBefore(file).stream().noneMatch(this::isWaitedFor);
  }

  private boolean isWaitedFor(GenericFile<?> restless) {
    return resting.restlessFor(restless.getFileNameOnly(), now()).compareTo(LONGEST_WAIT) < 0;
  }

  /** The file's turn has come. */
  void take(GenericFile<?> file) {
    poll.take(file);
  }

  /** The file that is being taken is in archive and ledger. */
  void received() {
    poll.ended(SftpPoll.End.RECEIVED, "");
  }

  /**
   * The file that is being taken could not be received.
   *
   * @param atServer whether it is its server's fault and not ours
   */
  void failed(String reason, boolean atServer) {
    poll.ended(atServer ? SftpPoll.End.UNREADABLE : SftpPoll.End.NOT_KEPT, reason);
  }

  /** The file that is being taken is no delivery, and is not fetched while it stays as it is. */
  void refuseTaken(NoticeKind why, String value) {
    poll.ended(SftpPoll.End.REFUSED, value);
    refuse(poll.taking(), why, value);
  }

  /** The end of a file's turn. */
  void taken(SftpAcknowledgement acknowledgement) {
    GenericFile<?> file = poll.taking();
    String name = file.getFileNameOnly();
    switch (poll.end()) {
      case RECEIVED -> {
        poll.had(name);
        unacknowledged.acknowledge(file, acknowledgement);
      }
      case REFUSED -> {}
      case NOT_TAKEN -> {
        receiver.stop(this, name);
        receiver.comeBack(feed.id(), settle);
      }
      case NOT_KEPT -> {
        receiver.stop(this, name);
        poll.trouble(poll.reason());
      }
      case UNREADABLE -> receiver.stumbled(this, file, poll.reason()).ifPresent(poll::trouble);
    }
  }

  /** Tries again what earlier polls have received and could not acknowledge. */
  void acknowledgeWaiting(SftpAcknowledgement acknowledgement) {
    unacknowledged.acknowledgeAll(acknowledgement);
    complaint = unacknowledged.complaint(acknowledgement.wanted(), source.user());
  }

  /** Why the feed is failing though all could be fetched. */
  Optional<String> complaint() {
    return complaint;
  }

  /** The poll that has just ended. */
  SftpPoll end() {
    resting.keepOnly(poll.names());
    return poll;
  }

  private void refuseName(GenericFile<?> file, String name) {
    if (refused.add(identity(file))) {
      receiver.refused(this, name, UNSAFE_NAME, name);
    }
  }

  /** Tells the ledger why a file is no delivery, and does not fetch it while it stays as it is. */
  private void refuse(GenericFile<?> file, NoticeKind why, String value) {
    if (refused.add(identity(file))) {
      receiver.lost(this, file.getFileNameOnly(), why, value);
    }
  }

  /** Whether it is a file's done-file: whose name nobody expects to be asked for. */
  private boolean belongs(String name) {
    return source
        .doneFile()
        .map(pattern -> new FileNameGlob(pattern.replace("${file}", source.files())))
        .filter(done -> done.matches(name))
        .isPresent();
  }

  private boolean rests(GenericFile<?> file) {
    boolean rests =
        resting.rests(file.getFileNameOnly(), file.getFileLength(), file.getLastModified(), now());
    if (!rests) {
      poll.restless(file);
      receiver.comeBack(feed.id(), settle);
    }
    return rests;
  }
}
