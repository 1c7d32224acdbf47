package norrhub.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.Serial;
import java.util.Arrays;
import java.util.function.BiFunction;

/** Makes the typed record of a valid tree. */
final class Binding {
  /** One for all files: what Jackson has learnt of a record holds for the next file too. */
  private static final JsonMapper MAPPER = mapper();

  private final PlaceholderResolver names;
  private final Lines lines;
  private final JsonPointer base;

  Binding(PlaceholderResolver names, Lines lines, JsonPointer base) {
    this.names = names;
    this.lines = lines;
    this.base = base;
  }

  private static JsonMapper mapper() {
    SimpleModule types = new SimpleModule();
    TextType.ALL.forEach(type -> add(types, type));
    add(types, Secret.class, (text, of) -> of.secret(text.content().asText()));
    add(types, Section.class, (text, of) -> new Section(of.lines, text.at(), text.content()));
    return JsonMapper.builder()
        .addModules(new Jdk8Module(), types)
        .annotationIntrospector(new EnumWords())
        .build();
  }

  /**
   * @throws JsonMappingException when a record's own constructor refuses its values
   */
  <T> T bind(JsonNode tree, Class<T> type) throws JsonMappingException {
    try {
      return MAPPER.readerFor(type).withAttribute(Binding.class, this).readValue(tree);
    } catch (JsonMappingException e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The fault that a refusal amounts to. */
  Fault fault(JsonMappingException refusal) {
    JsonPointer at = base;
    for (JsonMappingException.Reference step : refusal.getPath()) {
      at =
          step.getFieldName() == null
              ? at.appendIndex(step.getIndex())
              : at.appendProperty(step.getFieldName());
    }
    Throwable cause = refusal.getCause() == null ? refusal : refusal.getCause();
    return lines.fault(at, String.valueOf(cause.getMessage()));
  }

  private Secret secret(String written) {
    String name = Reference.name(written).orElseThrow();
    return new Secret(name, names.value(name).orElseThrow());
  }

  private static <T> void add(SimpleModule types, TextType<T> type) {
    add(types, type.type(), (text, of) -> type.parse().apply(text.content().asText()));
  }

  private static <T> void add(
      SimpleModule types, Class<T> type, BiFunction<Value, Binding, T> make) {
    types.addDeserializer(
        type,
        new StdDeserializer<T>(type) {
          @Serial private static final long serialVersionUID = 1L;

          @Override
          public T deserialize(JsonParser parser, DeserializationContext context)
              throws IOException {
            Binding of = (Binding) context.getAttribute(Binding.class);
            JsonPointer at = of.base.append(parser.getParsingContext().pathAsPointer());
            return make.apply(new Value(parser.readValueAsTree(), at), of);
          }
        });
  }

  private record Value(JsonNode content, JsonPointer at) {}

  /** Reads enums as files write them. */
  private static final class EnumWords extends JacksonAnnotationIntrospector {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public String[] findEnumValues(
        MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
      return Arrays.stream(constants).map(SchemaOf::word).toArray(String[]::new);
    }
  }
}
