package norrhub.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Reads configuration files into typed records.
 *
 * <p>A file is held against the schema of its record ({@link SchemaOf}); whatever is wrong with it
 * is reported at once, each fault with its line. {@link Doc}, {@link Default}, {@link Matches},
 * {@link Range}, {@link OneOf}, {@link AllOrNone} and {@link FileName} say of a record what its
 * types do not.
 */
@Component
public final class ConfigFiles {
  private final PlaceholderResolver names;
  private final Map<Class<?>, FileSchema> schemas = new ConcurrentHashMap<>();

  public ConfigFiles(PlaceholderResolver names) {
    this.names = names;
  }

  /** Reads a file. That it cannot be read is a fault too. */
  public <T> LoadResult<T> read(Path file, Class<T> type) {
    return bind(TextFile.yaml(file), JsonPointer.empty(), type);
  }

  /**
   * The texts under a key of a file whose type another package knows, by pointer; none where the
   * file is no good.
   *
   * @param path as {@link LoadResult#texts} takes it
   */
  public Map<String, String> texts(Path file, String path) {
    return new LoadResult<>(TextFile.yaml(file), Optional.empty(), List.of()).texts(path);
  }

  /** Whether a file whose type another package knows has something at the pointer. */
  public boolean has(Path file, String pointer) {
    return !TextFile.yaml(file).root().at(pointer).isMissingNode();
  }

  /** Reads YAML that is not in a file yet; {@code file} is what faults and {@link FileName} say. */
  public <T> LoadResult<T> read(Path file, String yaml, Class<T> type) {
    return bind(YamlReader.read(file, yaml), JsonPointer.empty(), type);
  }

  /**
   * Reads a file whose shape is another's to know, as a tree of which every scalar is a text: for
   * its lines, and for what the plain part of YAML forbids.
   */
  public LoadResult<JsonNode> tree(Path file) {
    YamlSource source = TextFile.yaml(file);
    Optional<JsonNode> root =
        source.faults().isEmpty() ? Optional.of(source.root()) : Optional.empty();
    return new LoadResult<>(source, root, source.faults());
  }

  /** Reads a part of a file that was read before. */
  public <T> LoadResult<T> read(Section section, Class<T> type) {
    YamlSource source = new YamlSource(section.lines(), section.content(), List.of());
    return bind(source, section.at(), type);
  }

  private <T> LoadResult<T> bind(YamlSource source, JsonPointer base, Class<T> type) {
    Lines lines = source.lines();
    if (!source.faults().isEmpty()) {
      return new LoadResult<>(source, Optional.empty(), source.faults());
    }
    FileSchema schema = schemas.computeIfAbsent(type, FileSchema::of);
    Preparation preparation = new Preparation(names);
    JsonNode tree = preparation.prepare(source.root(), schema.content(), base);
    List<Fault> faults = new ArrayList<>();
    preparation.faults().forEach((at, text) -> faults.add(lines.fault(at, text)));
    new Validation(tree, schema, base, preparation.referenced())
        .faults()
        .forEach((at, texts) -> tell(faults, preparation, lines, at, texts));
    boolean onlyUnset = faults.size() == preparation.unset();
    if (!faults.isEmpty() && onlyUnset) {
      // A laptop has not the names of the hub's machine; the file's own mistakes show all the same.
      FileNames.fill(tree, type, lines.file());
      faults.addAll(refusal(tree, type, lines, base, name -> Optional.of(LikelyValue.SECRET)));
    }
    if (!faults.isEmpty()) {
      faults.sort(Comparator.comparingInt(Fault::line));
      return new LoadResult<>(source, Optional.empty(), faults);
    }
    FileNames.fill(tree, type, lines.file());
    Binding binding = new Binding(names, lines, base);
    try {
      return new LoadResult<>(source, Optional.of(binding.bind(tree, type)), List.of());
    } catch (JsonMappingException e) {
      return new LoadResult<>(source, Optional.empty(), List.of(binding.fault(e)));
    }
  }

  private static <T> List<Fault> refusal(
      JsonNode tree, Class<T> type, Lines lines, JsonPointer base, PlaceholderResolver names) {
    Binding binding = new Binding(names, lines, base);
    try {
      binding.bind(tree, type);
      return List.of();
    } catch (JsonMappingException e) {
      return List.of(binding.fault(e));
    }
  }

  private static void tell(
      List<Fault> faults, Preparation told, Lines lines, JsonPointer at, Set<String> texts) {
    if (!told.faults().containsKey(at)) {
      texts.stream().sorted().forEach(text -> faults.add(lines.fault(at, text)));
    }
  }
}
