package org.bulbil.bitcoin.testing;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.bulbil.bitcoin.chain.ChainSource;
import org.bulbil.core.outcome.Outcome;

/** A server that answers some questions as an honest one would not. */
public final class Liar {

  /** Makes an answer of the arguments and of what is so. */
  public interface Lie {
    Outcome<?> tell(Object[] arguments, Outcome<?> truth);
  }

  private final Map<String, Lie> lies = new HashMap<>();
  private final ChainSource source;

  public Liar(ChainSource honest) {
    source =
        (ChainSource)
            Proxy.newProxyInstance(
                ChainSource.class.getClassLoader(),
                new Class<?>[] {ChainSource.class},
                (_, method, arguments) ->
                    method.getReturnType() == Outcome.class
                        ? lies.getOrDefault(method.getName(), (_, truth) -> truth)
                            .tell(
                                arguments == null ? new Object[0] : arguments,
                                (Outcome<?>) method.invoke(honest, arguments))
                        : method.invoke(honest, arguments));
  }

  public ChainSource source() {
    return source;
  }

  /** From now on lies to this question, by the name of its method. */
  public void about(String question, Lie lie) {
    lies.put(question, lie);
  }

  public void repent() {
    lies.clear();
  }
}
