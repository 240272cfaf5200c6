/// When back and leg pain is an emergency.
///
/// The signs are those of the cauda equina card by Greenhalgh, Finucane, Mercer
/// and Selfe. They are never scored and never explained away.
enum RedFlags {
  static let card = """
    GO TO AN EMERGENCY DEPARTMENT NOW if you have back or leg pain and any of these is new:
      - loss of feeling or pins and needles between your inner thighs or in your genitals
      - numbness in or around your back passage or buttocks
      - a changed feeling when you use toilet paper
      - growing difficulty when you try to urinate, or to stop or control it
      - loss of feeling when you pass urine, leaking, or not knowing whether your bladder is full
      - inability to stop a bowel movement, leaking, or loss of feeling when you pass one
      - a change in your ability to have an erection or to ejaculate, or in feeling during sex
      - pain, numbness or weakness in both legs
      - weakness in a leg or foot that grows
    These can be signs that nerves at the base of the spine are being squeezed, which needs
    treatment within hours.

    """
}
