export default {
  // Blocks that name no language are commands and outputs: not guessed at.
  configureHljs: hljs => hljs.configure({ languages: [] }),
}
