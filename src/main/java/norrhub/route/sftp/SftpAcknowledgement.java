package norrhub.route.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import norrhub.partner.SftpSource;
import norrhub.poll.failure.FailureMessage;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileOperations;

/** Does with a file at its server what its feed says, once the file is in the archive. */
final class SftpAcknowledgement {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
  // The time keeps A, B, A of one day apart.
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmssSSS");
  private static final String DONE = ".done";

  private final RemoteFileOperations<?> server;
  private final SftpListing listing;

  SftpAcknowledgement(RemoteFileOperations<?> server, SftpListing listing) {
    this.server = server;
    this.listing = listing;
  }

  /**
   * @return why the server does not do it; empty where it is done, or the file is gone anyway
   */
  Optional<String> acknowledge(GenericFile<?> file) {
    if (!listing.isOurs()) {
      return Optional.of("the lock of this poll is lost");
    }
    SftpSource source = listing.source();
    String path = file.getAbsoluteFilePath();
    try {
      switch (source.after()) {
        case MOVE -> {
          forgetDoneFile(file);
          move(path, file.getFileNameOnly());
        }
        case DELETE -> {
          forgetDoneFile(file);
          server.deleteFile(path);
        }
        case LEAVE -> {}
      }
      return Optional.empty();
    } catch (GenericFileOperationFailedException e) {
      return isGone(path) ? Optional.empty() : Optional.of(why(e));
    }
  }

  boolean isConnected() {
    return server.isConnected();
  }

  /** What the feed says is to be done. */
  String wanted() {
    return switch (listing.source().after()) {
      case MOVE -> "moved to " + listing.folder().replaceAll("/$", "") + "/" + DONE;
      case DELETE -> "deleted";
      case LEAVE -> "left";
    };
  }

  private void move(String path, String name) {
    Instant now = listing.now();
    ZoneId zone = ZoneId.systemDefault();
    String folder = path.substring(0, path.length() - name.length());
    String done = folder + DONE;
    String day = done + "/" + DAY.withZone(zone).format(now);
    String target = day + "/" + TIME.withZone(zone).format(now) + "-" + name;
    try {
      server.renameFile(path, target);
    } catch (GenericFileOperationFailedException e) {
      // The usual reason is the first file of a day.
      if (!server.buildDirectory(done, true) || !server.buildDirectory(day, true)) {
        throw e;
      }
      server.renameFile(path, target);
    }
  }

  /** First of all: a file whose done-file is left behind would next time be taken half written. */
  private void forgetDoneFile(GenericFile<?> file) {
    String name = file.getFileNameOnly();
    listing
        .doneFile(name)
        .map(done -> file.getAbsoluteFilePath().replaceFirst("[^/]*$", "") + done)
        .filter(done -> !isGone(done))
        .ifPresent(server::deleteFile);
  }

  /** "No such file" may mean the folder of the target: only a look tells. */
  private boolean isGone(String path) {
    try {
      return server.isConnected() && server.listFiles(path).length == 0;
    } catch (GenericFileOperationFailedException e) {
      return e.getCause() instanceof SftpException cause
          && cause.id == ChannelSftp.SSH_FX_NO_SUCH_FILE;
    }
  }

  private String why(GenericFileOperationFailedException failure) {
    if (!server.isConnected()) {
      return "the connection broke";
    }
    return FailureMessage.ofServer(failure);
  }
}
