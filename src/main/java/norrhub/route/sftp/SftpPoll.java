package norrhub.route.sftp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norrhub.delivery.KnownFiles;
import norrhub.delivery.feed.FolderSeen;
import norrhub.notice.Printable;
import org.apache.camel.component.file.GenericFile;

/** What one poll of a feed's folder saw, and how it went. */
final class SftpPoll {
  /** What became of the file that is being taken. */
  enum End {
    /** The route never got it: it changes, or the hub goes down. */
    NOT_TAKEN,
    RECEIVED,
    /** It is not taken as long as it stays as it is. */
    REFUSED,
    /** Its server did not let it be read. */
    UNREADABLE,
    /** The hub could not keep it. */
    NOT_KEPT
  }

  private final String folder;
  private final KnownFiles.Known known;
  private final Set<String> present = new HashSet<>();
  private final Set<String> had = new HashSet<>();
  private final List<String> unmatched = new ArrayList<>();
  private final Map<String, GenericFile<?>> restless = new LinkedHashMap<>();
  private Optional<String> trouble = Optional.empty();
  private Optional<GenericFile<?>> taking = Optional.empty();
  private End end = End.NOT_TAKEN;
  private String reason = "";

  /**
   * @param folder its whole path
   */
  SftpPoll(String folder, KnownFiles.Known known) {
    this.folder = folder;
    this.known = known;
  }

  String folder() {
    return folder;
  }

  void present(String name) {
    present.add(name);
  }

  Set<String> names() {
    return Set.copyOf(present);
  }

  /** A file of that name is in the archive. */
  void had(String name) {
    had.add(name);
  }

  /** The names of files that are not in the archive. */
  Set<String> outstanding() {
    Set<String> names = new HashSet<>(present);
    names.removeAll(had);
    return names;
  }

  void unmatched(String name) {
    unmatched.add(Printable.line(name));
  }

  void restless(GenericFile<?> file) {
    restless.put(file.getFileNameOnly(), file);
  }

  /** The files that do not rest and came before the given one. */
  List<GenericFile<?>> restlessBefore(GenericFile<?> file) {
    return restless.values().stream().filter(other -> SftpOrder.isBefore(other, file)).toList();
  }

  boolean isReceived(String identity) {
    return known.received().contains(identity);
  }

  boolean isRejected(String identity) {
    return known.rejected().contains(identity);
  }

  void take(GenericFile<?> file) {
    taking = Optional.of(file);
    end = End.NOT_TAKEN;
    reason = "";
  }

  GenericFile<?> taking() {
    return taking.orElseThrow();
  }

  void ended(End how, String why) {
    end = how;
    reason = why;
  }

  End end() {
    return end;
  }

  String reason() {
    return reason;
  }

  /** The first reason stands. */
  void trouble(String why) {
    trouble = trouble.or(() -> Optional.of(why));
  }

  Optional<String> trouble() {
    return trouble;
  }

  FolderSeen seen() {
    return FolderSeen.of(unmatched, restless.keySet().stream().map(Printable::line).toList());
  }
}
