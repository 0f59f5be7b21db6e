/** Completion for bash, 3.2 and newer. It has no place to show the help of a flag. */
import { type Flag, flagsOf, type Place, PROGRAM, type Surface, type SurfaceCommand, valuedNames } from './surface.ts';

export function bashCompletion(surface: Surface): string {
  return `# bash completion for ${PROGRAM}, written by: ${PROGRAM} completion bash

_clean_archive() {
${JOIN_WORDS}
${beforeTheWord(surface)}
${candidates(surface)}
${REPLY}}

complete -F _clean_archive ${PROGRAM}
`;
}

const JOIN_WORDS = `  local IFS=$' \\t\\n'
  local at token gap word line=\${COMP_LINE-} command= flag= rest= count=0
  local -a words
  words=()
  COMPREPLY=()
  # Bash cuts words at = : and @ too: what stands together is one word again.
  for ((at = 0; at <= COMP_CWORD; at++)); do
    token=\${COMP_WORDS[at]}
    gap=\${line%%"$token"*}
    line=\${line#*"$token"}
    if ((at > 1)) && [[ -z $gap && -n $token && ($token == [=:@]* || \${COMP_WORDS[at - 1]} != *[!=:@]*) ]]; then
      words[\${#words[@]} - 1]+=$token
    else
      words+=("$token")
    fi
  done
`;

function beforeTheWord(surface: Surface): string {
  return `  # What stands before the word: the command, a flag that waits for its value, operands.
  local last=$((\${#words[@]} - 1))
  local current=\${words[last]}
  for ((at = 1; at < last; at++)); do
    word=\${words[at]}
    if [[ -n $flag ]]; then
      flag=
    elif [[ -z $rest && $word == -- ]]; then
      rest=1
    elif [[ -z $rest && $word == -?* ]]; then
      case $word in
        ${valuedNames(surface).join(' | ')}) flag=$word ;;
      esac
    elif [[ -z $command$rest ]] && ((count == 0)); then
      case $word in
        ${commandNames(surface).join(' | ')}) command=$word ;;
        *) count=1 ;;
      esac
    else
      ((count += 1))
    fi
  done
`;
}

function candidates(surface: Surface): string {
  const { commands } = surface;
  return `  local value=$current list= paths= head= commands=
  [[ -n $command$rest || $count -gt 0 ]] || commands='${commandNames(surface).join(' ')}'
  [[ -n $command ]] || command=clean
  if [[ -z $flag$rest && $current == --*=* ]]; then
    flag=\${current%%=*} head=\${current%%=*}= value=\${current#*=}
  fi
  if [[ -n $flag ]]; then
    case $command:$flag in
${valueCases(surface).join('\n')}
    esac
  elif [[ -z $rest && $current == -* ]]; then
    case $command in
${commands.map((command) => `      ${command.name}) list='${flagWords(surface, command)}' ;;`).join('\n')}
    esac
  else
    case $command:$((count + 1)) in
${commands.flatMap(operandCases).join('\n')}
    esac
    list+=" $commands"
  fi
`;
}

const REPLY = `  # Quoted and unusual names are left to bash itself.
  [[ -z $paths ]] || compopt -o filenames -o default 2>/dev/null
  # Bash replaces what follows the last = : or @ only.
  token=\${COMP_WORDS[COMP_CWORD]}
  [[ $token == *[!=:@]* ]] || token=
  local before=\${current%"$token"}
  while IFS= read -r word; do
    word=$head$word
    COMPREPLY+=("\${word#"$before"}")
  done < <(
    [[ -z \${list// } ]] || compgen -W "$list" -- "$value"
    [[ -z $paths ]] || compgen "$paths" -- "$value"
  )
`;

function commandNames({ commands }: Surface): readonly string[] {
  return commands.map(({ name }) => name);
}

/** A line for all flags that take the same. */
function valueCases(surface: Surface): readonly string[] {
  const patterns = new Map<string, string[]>();
  for (const { names, commands, value } of surface.flags) {
    if (value === undefined) continue;
    const does = settings(value);
    if (does === '') continue;
    const same = patterns.get(does) ?? [];
    same.push(...commands.flatMap((command) => names.map((name) => `${command}:${name}`)));
    patterns.set(does, same);
  }
  return [...patterns].map(([does, same]) => `      ${same.join(' | ')}) ${does} ;;`);
}

function operandCases({ name, operands }: SurfaceCommand): readonly string[] {
  return operands.map((place, at) => `      ${name}:${place.isMany ? '*' : at + 1}) ${settings(place)} ;;`);
}

function settings({ words, isList, paths }: Place): string {
  const parts = [
    ...(words.length > 0 ? [`list='${words.join(' ')}'`] : []),
    ...(paths === 'none' ? [] : [`paths=${paths === 'files' ? '-f' : '-d'}`]),
  ];
  const all = parts.join(' ');
  return isList ? `${all}; [[ $value != *,* ]] || { head+=\${value%,*},; value=\${value##*,}; }` : all;
}

function flagWords(surface: Surface, command: SurfaceCommand): string {
  const names = flagsOf(surface, command).flatMap((flag: Flag) => flag.names);
  return [...(command.stdin ? ['-'] : []), ...names].join(' ');
}
