/** Completion for zsh: a function for its completion system, to be autoloaded or evaluated. */
import { type Flag, flagsOf, type Place, PROGRAM, type Surface, type SurfaceCommand, valuedNames } from './surface.ts';

export function zshCompletion(surface: Surface): string {
  const { commands } = surface;
  return `#compdef ${PROGRAM}
# zsh completion for ${PROGRAM}, written by: ${PROGRAM} completion zsh

_clean-archive() {
  local curcontext=$curcontext state line command first=_files
  typeset -A opt_args
  integer at

  # The command is the first word that is neither a flag nor the value of one; it is taken out of the line.
  for ((at = 2; at < CURRENT; at++)); do
    case \${(Q)words[at]} in
      --) command=clean; break ;;
      (${valuedNames(surface).join('|')}) ((at++)) ;;
      -?*) ;;
      (${commands.map(({ name }) => name).join('|')})
        command=\${(Q)words[at]}
        words[at]=()
        ((CURRENT--))
        break ;;
      *) command=clean; break ;;
    esac
  done
  [[ -n $command ]] || first=_clean-archive_first

  case \${command:-clean} in
${commands.map((command) => caseOf(surface, command)).join('\n')}
  esac
}

_clean-archive_first() {
  _alternative 'commands:command:_clean-archive_commands' 'files:file:_files'
}

_clean-archive_commands() {
  local -a commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  _describe -t commands command commands
}

_clean-archive_dash_files() {
  _alternative 'dash:stdin or stdout:(-)' 'files:file:_files'
}

_clean-archive_dash_folders() {
  _alternative 'dash:stdin or stdout:(-)' 'folders:folder:_files -/'
}

if [[ $funcstack[1] == _clean-archive ]]; then
  _clean-archive "$@"
else
  compdef _clean-archive ${PROGRAM}
fi
`;
}

function caseOf(surface: Surface, command: SurfaceCommand): string {
  const specs = [...flagsOf(surface, command).flatMap(flagSpecs), ...command.operands.map(operandSpec(command))];
  return `    ${command.name})
      _arguments -s -S \\
        ${specs.join(' \\\n        ')} ;;`;
}

/** A specification for each name: the other name is not offered after it, and after help nothing is. */
function flagSpecs({ names, help, value, isMany }: Flag): readonly string[] {
  const asks = names.includes('--help') || names.includes('--version');
  const others = asks ? '(- *)' : names.length > 1 ? `(${names.join(' ')})` : '';
  const before = isMany ? '*' : others;
  return names.map((name) => {
    if (value === undefined) return quoted(`${before}${name}[${bracketed(help)}]`);
    return quoted(
      `${before}${name}${name.startsWith('--') ? '=' : '+'}[${bracketed(help)}]:${message(value)}:${action(value)}`,
    );
  });
}

/** The first word may still be a command: what stands there is settled when the line is read. */
function operandSpec(command: SurfaceCommand): (place: SurfaceCommand['operands'][number], at: number) => string {
  return (place, at) => {
    const spec = quoted(
      `${place.isMany ? '*' : at + 1}:${message(place)}:${command.name === 'help' ? '_clean-archive_commands' : action(place)}`,
    );
    return command.name === 'clean' ? `"1:${message(place)}:$first" ${spec}` : spec;
  };
}

function action({ name, words, isList, paths }: Place): string {
  const dash = words.includes('-');
  if (paths === 'files') return dash ? '_clean-archive_dash_files' : '_files';
  if (paths === 'folders') return dash ? '_clean-archive_dash_folders' : '_files -/';
  if (words.length === 0) return ' ';
  return isList ? `_values -s , ${name} ${words.join(' ')}` : `(${words.join(' ')})`;
}

function message({ name }: Place): string {
  return name.replace(/[\\:]/g, '\\$&');
}

function bracketed(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
