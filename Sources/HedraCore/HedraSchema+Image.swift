/// Images and sounds.
extension HedraSchema {
  /// The members of an `image` or `image_to_image` besides the model.
  static func image(_ model: HedraInputs) -> JSONObject {
    var members: JSONObject = [
      "text_prompt": prompt(model, "What the image shows, or what to change in it, in words."),
      "aspect_ratio": described(model.aspectRatio, "The shape of the image."),
      "resolution": described(model.resolution, "The size of the image."),
    ]
    if model.startFrame != .absent {
      members["start_keyframe_id"] = model.limiting(
        media(.image, "The image asset to start from."), of: .startFrame)
    }
    for (key, schema) in references(model, isVideo: false) { members[key] = schema }
    members["batch_size"] = batch(of: "images")
    members["enhance_prompt"] = enhancing
    members["output_format"] = text("The format of the file, as in png, where the model has some.")
    members["seed"] = seed
    members["negative_prompt"] = exclusion(of: "image")
    members["guidance_scale"] = [
      "type": "number", "description": "How closely the model follows the prompt.",
    ]
    members["num_inference_steps"] = [
      "type": "integer", "description": "How many steps the model takes.",
    ]
    members["name"] = title
    return members
  }

  /// The members of a `text_to_speech` besides the model; the first two have to be there.
  static let speech: JSONObject = [
    "text": text("What to say."),
    "voice_id": id("The voice to say it in."),
    "stability": [
      "type": "number", "minimum": 0, "maximum": 1, "default": 1,
      "description": "How much the speech varies: 0 is the most stable, 1 the least.",
    ],
    "speed": [
      "type": "number", "minimum": 0.7, "maximum": 1.2, "default": 1,
      "description": "How fast it is said.",
    ],
    "language": [
      "type": "string", "enum": languages, "default": "auto",
      "description": "The language that is spoken.",
    ],
  ]

  /// The members of a `text_to_speech` of its own besides the model.
  static let namedSpeech: JSONObject = {
    var members = speech
    members["name"] = title
    return members
  }()

  /// The members of a `text_to_sound` besides the model.
  static let sound: JSONObject = [
    "text": [
      "type": "string", "minLength": 1, "description": "What is to be heard, in words.",
    ],
    "duration_seconds": [
      "type": "number", "minimum": 0.5, "maximum": 30,
      "description": "The length, in seconds. Left out, it follows from the text.",
    ],
    "prompt_influence": [
      "type": "number", "minimum": 0, "maximum": 1, "default": 0.3,
      "description": "How literally the text is taken.",
    ],
    "loop": [
      "type": "boolean",
      "description":
        "Whether the sound can be repeated without a seam. Only eleven_text_to_sound_v2 takes it.",
    ],
    "output_format": [
      "type": "string", "default": "mp3_44100_128",
      "description": "Codec, sample rate and bit rate, as in mp3_22050_32.",
    ],
  ]

  /// The members of a `text_to_music` besides the model.
  static let music: JSONObject = [
    "prompt": [
      "type": "string", "minLength": 1, "description": "What the music is like, in words.",
    ],
    "lyrics": ["type": "string", "maxLength": 10_000, "description": "What is sung."],
    "force_instrumental": [
      "type": "boolean", "default": false,
      "description": "Whether nobody sings. It excludes lyrics.",
    ],
    "music_length_ms": [
      "type": ["integer", "null"], "minimum": 3_000, "maximum": 600_000, "default": 10_000,
      "description": """
      The length, in milliseconds. With null the model chooses it; the longest is debited first, and the \
      rest given back.
      """,
    ],
  ]

  private static let languages: JSON = [
    "Chinese", "Chinese,Yue", "English", "Arabic", "Russian", "Spanish", "French", "Portuguese",
    "German", "Turkish", "Dutch", "Ukrainian", "Vietnamese", "Indonesian", "Japanese", "Italian",
    "Korean", "Thai", "Polish", "Romanian", "Greek", "Czech", "Finnish", "Hindi", "Bulgarian",
    "Danish", "Hebrew", "Malay", "Persian", "Slovak", "Swedish", "Croatian", "Filipino",
    "Hungarian",
    "Norwegian", "Slovenian", "Catalan", "Nynorsk", "Tamil", "Afrikaans", "auto",
  ]
}
