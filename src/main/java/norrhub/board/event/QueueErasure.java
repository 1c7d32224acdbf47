package norrhub.board.event;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norrhub.vacancy.VacancyId;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.filter.Filter;
import org.apache.activemq.artemis.core.filter.impl.FilterImpl;
import org.apache.activemq.artemis.core.journal.impl.JournalFile;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;

/** Takes events out of the queues of the hub's own broker and out of its journal. */
final class QueueErasure {
  private static final int PATIENCE = 60_000;

  private QueueErasure() {}

  /** Removes the events of these vacancies, in dead letters too; returns how many there were. */
  static int remove(ActiveMQServer server, Collection<VacancyId> vacancies) throws Exception {
    String groups = vacancies.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    Filter filter = FilterImpl.createFilter("_AMQ_GROUP_ID IN (" + groups + ")");
    int removed = 0;
    for (String name : server.getActiveMQServerControl().getQueueNames()) {
      Queue queue = server.locateQueue(SimpleString.of(name));
      removed += queue == null ? 0 : queue.deleteMatchingReferences(filter);
    }
    return removed;
  }

  /**
   * Writes what is left of the journal anew.
   *
   * @return names of the files that it is in; the others are free, and full of what was
   */
  static Set<String> compact(ActiveMQServer server) throws Exception {
    JournalImpl journal = (JournalImpl) server.getStorageManager().getMessageJournal();
    journal.scheduleCompactAndBlock(PATIENCE);
    Set<String> used = new HashSet<>();
    for (JournalFile file : journal.getDataFiles()) {
      used.add(file.getFile().getFileName());
    }
    used.add(journal.getCurrentFile().getFile().getFileName());
    return used;
  }

  /** Overwrites and removes the other files; the broker is down. */
  static void wipe(Path journal, Set<String> used) throws IOException {
    try (Stream<Path> files = Files.list(journal)) {
      for (Path file : files.filter(QueueErasure::holdsMessages).toList()) {
        if (!used.contains(file.getFileName().toString())) {
          overwrite(file);
          Files.delete(file);
        }
      }
    }
  }

  private static boolean holdsMessages(Path file) {
    return file.getFileName().toString().startsWith("activemq-data");
  }

  private static void overwrite(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
      for (long left = channel.size(); left > 0; left -= zeros.capacity()) {
        zeros.clear().limit((int) Math.min(left, zeros.capacity()));
        channel.write(zeros);
      }
      channel.force(true);
    }
  }
}
