// npm run python -- FILE.py [args]: the command `pybuffer python` from the sources. npm changes to the root
// of the package, so go back to the caller's folder.
process.chdir(process.env.INIT_CWD ?? process.cwd());
process.argv.splice(2, 0, 'python');
await import('../cli/main.js');
