import { defineConfig } from "vite";

// One classic script and one style sheet, straight into the resources of the Java module.
export default defineConfig({
  build: {
    lib: {
      entry: "src/main.ts",
      formats: ["iife"],
      name: "TautReport",
      fileName: () => "report.js",
      cssFileName: "report",
    },
    target: "es2022",
    outDir: "../src/main/resources/dev/taut/report",
    emptyOutDir: false,
    reportCompressedSize: false,
  },
});
